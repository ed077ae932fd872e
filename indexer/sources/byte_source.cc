#include "indexer/sources/byte_source.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <zlib.h>
#include <zstd.h>

#include "base/language.h"
#include "indexer/sources/file_source.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kInputBufferBytes = std::size_t{256} << 10;
constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

tl::unexpected<Error> broken(const std::string& name, std::uint64_t at_byte, const char* problem) {
  return failure(ExitCode::input_skipped,
                 localized_format("{}: {} after byte {}; what stood before was taken",
                                  "{}: {} setelah bita ke-{}; yang ada sebelumnya diambil", name, problem, at_byte));
}

const char* ends_too_early() {
  return localized("the compressed data ends too early", "data terkompresi terpotong");
}

const char* is_damaged() {
  return localized("the compressed data is damaged", "data terkompresi rusak");
}

// A file behind a buffer, so that its first bytes can be looked at before anyone reads them.
class BufferedFile {
 public:
  explicit BufferedFile(std::unique_ptr<FileSource> file) : file_(std::move(file)), buffer_(kInputBufferBytes, '\0') {}

  // The bytes that wait; reads more when none do. Empty at the end of the file.
  Result<std::string_view> waiting() {
    if (begin_ == end_) {
      const Result<std::size_t> count = file_->read(buffer_);
      if (!count) return tl::unexpected(count.error());
      begin_ = 0;
      end_ = *count;
    }
    return std::string_view(buffer_).substr(begin_, end_ - begin_);
  }

  // At least `count` waiting bytes, unless the file is shorter.
  Result<std::string_view> first_bytes(std::size_t count) {
    while (end_ - begin_ < count) {
      const Result<std::size_t> more = file_->read(std::span(buffer_).subspan(end_));
      if (!more) return tl::unexpected(more.error());
      if (*more == 0) break;
      end_ += *more;
    }
    return std::string_view(buffer_).substr(begin_, end_ - begin_);
  }

  void consume(std::size_t count) { begin_ += count; }

  // Back to an offset in the file, or as near to it as the buffer reaches.
  void go_back_to(std::uint64_t offset) {
    const std::uint64_t back = consumed_bytes() - std::min(offset, consumed_bytes());
    begin_ -= static_cast<std::size_t>(std::min<std::uint64_t>(back, begin_));
  }
  std::uint64_t consumed_bytes() const { return file_->input_bytes() - (end_ - begin_); }
  std::uint64_t input_bytes() const { return file_->input_bytes(); }
  const std::string& name() const { return file_->name(); }

 private:
  std::unique_ptr<FileSource> file_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class PlainSource final : public ByteSource {
 public:
  explicit PlainSource(BufferedFile file) : file_(std::move(file)) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const Result<std::string_view> bytes = file_.waiting();
    if (!bytes) return tl::unexpected(bytes.error());
    const std::size_t count = std::min(bytes->size(), buffer.size());
    std::memcpy(buffer.data(), bytes->data(), count);
    file_.consume(count);
    return count;
  }

  std::uint64_t input_bytes() const override { return file_.input_bytes(); }

 private:
  BufferedFile file_;
};

// gzip (RFC 1952), also of several members one after the other, as parallel compressors write them.
class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(BufferedFile file) : file_(std::move(file)) {
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    while (!is_finished_) {
      const Result<std::string_view> bytes = file_.waiting();
      if (!bytes) return tl::unexpected(bytes.error());
      if (bytes->empty()) return end_of_file();
      if (is_searching_) {
        search(*bytes);
        continue;
      }
      if (is_between_members_ && bytes->front() != kGzipMagic.front()) return after_last_member(*bytes);
      const Result<std::size_t> count = inflate_some(*bytes, buffer);
      if (!count || *count > 0) return count;
    }
    return 0;
  }

  std::uint64_t input_bytes() const override { return file_.input_bytes(); }
  bool can_resume() const override { return is_searching_; }

 private:
  Result<std::size_t> inflate_some(std::string_view bytes, std::span<char> buffer) {
    // zlib never writes through next_in; its type predates const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), std::size_t{1} << 30));
    const uInt room = stream_.avail_out;
    is_between_members_ = false;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    file_.consume(bytes.size() - stream_.avail_in);
    const std::size_t count = room - stream_.avail_out;
    if (status == Z_STREAM_END) {
      is_between_members_ = true;
      member_begin_ = file_.consumed_bytes();
      inflateReset(&stream_);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      if (count > 0) return count;  // sound bytes first: the next call meets the same error again
      return damage();
    }
    return count;
  }

  // Of a member that is cut off, the next one's beginning has been read as its end: looking for it begins early.
  Result<std::size_t> damage() {
    is_searching_ = true;
    auto error = broken(file_.name(), file_.consumed_bytes(), is_damaged());
    file_.go_back_to(member_begin_ + 1);
    return error;
  }

  // Looks for the next member after damage; one whose first bytes lie across two reads is passed over.
  void search(std::string_view bytes) {
    constexpr std::string_view kMemberBegin = "\x1F\x8B\x08";
    const std::size_t at = std::min(bytes.find(kMemberBegin), bytes.size());
    file_.consume(at);
    is_searching_ = at == bytes.size();
    is_between_members_ = is_searching_;
    member_begin_ = file_.consumed_bytes();
    inflateReset(&stream_);
  }

  Result<std::size_t> end_of_file() {
    is_finished_ = true;
    if (is_between_members_) return 0;
    return broken(file_.name(), file_.consumed_bytes(), ends_too_early());
  }

  // Zero bytes pad archives on tapes and are no damage.
  Result<std::size_t> after_last_member(std::string_view bytes) {
    is_finished_ = bytes.find_first_not_of('\0') == std::string_view::npos;
    if (is_finished_) return 0;
    return damage();
  }

  BufferedFile file_;
  z_stream stream_ = {};
  bool is_between_members_ = false;
  std::uint64_t member_begin_ = 0;
  bool is_searching_ = false;  // for the next member after damage
  bool is_finished_ = false;
};

// Zstandard (RFC 8878). The library refuses windows over 128 MiB, which bounds memory.
class ZstdSource final : public ByteSource {
 public:
  explicit ZstdSource(BufferedFile file) : file_(std::move(file)), stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }

  Result<std::size_t> read(std::span<char> buffer) override {
    while (!is_finished_) {
      const Result<std::string_view> bytes = file_.waiting();
      if (!bytes) return tl::unexpected(bytes.error());
      if (is_damaged_) return damage();
      ZSTD_inBuffer in{bytes->data(), bytes->size(), 0};
      ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
      const std::size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
      file_.consume(in.pos);
      is_damaged_ = ZSTD_isError(status) != 0U;
      if (is_damaged_ && out.pos == 0) return damage();
      if (out.pos == 0 && bytes->empty()) return end_of_file();
      is_in_frame_ = status != 0;
      if (out.pos > 0) return out.pos;
    }
    return 0;
  }

  std::uint64_t input_bytes() const override { return file_.input_bytes(); }

 private:
  Result<std::size_t> end_of_file() {
    is_finished_ = true;
    if (!is_in_frame_) return 0;
    return broken(file_.name(), file_.consumed_bytes(), ends_too_early());
  }

  Result<std::size_t> damage() {
    is_finished_ = true;
    return broken(file_.name(), file_.consumed_bytes(), is_damaged());
  }

  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  BufferedFile file_;
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  bool is_in_frame_ = true;
  bool is_damaged_ = false;
  bool is_finished_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_byte_source(const std::string& name) {
  Result<std::unique_ptr<FileSource>> opened = FileSource::open(name);
  if (!opened) return tl::unexpected(opened.error());
  BufferedFile file(std::move(*opened));
  const Result<std::string_view> first = file.first_bytes(kZstdMagic.size());
  if (!first) return tl::unexpected(first.error());
  if (first->starts_with(kGzipMagic)) return std::make_unique<GzipSource>(std::move(file));
  if (first->starts_with(kZstdMagic)) return std::make_unique<ZstdSource>(std::move(file));
  return std::make_unique<PlainSource>(std::move(file));
}

}  // namespace warta::indexer
