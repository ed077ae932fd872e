// Files to chunks: whole JSON lines together, text and HTML files each as one. At most one chunk is held in memory.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/kind_detection.h"
#include "indexer/sources/source_files.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{256} << 10;
constexpr std::size_t kDetectionBytes = 4096;

tl::unexpected<Error> skipped(const std::string& place, const char* reason) {
  return failure(ExitCode::input_skipped, fmt::format("{}: {}", place, reason));
}

// One open file, cut into chunks.
class OpenFile {
 public:
  OpenFile(std::string name, std::unique_ptr<ByteSource> bytes, const SourceOptions& options)
      : name_(std::move(name)),
        bytes_(std::move(bytes)),
        max_article_bytes_(options.max_article_bytes),
        kind_(options.kind) {}

  // As ChunkReader::next, for this file alone.
  Result<bool> next(Chunk& chunk) {
    if (!is_started_) {
      const Result<void> started = start();
      if (!started) return tl::unexpected(started.error());
    }
    const Result<bool> filled = kind_ == SourceKind::jsonl ? next_lines(chunk) : whole_file(chunk);
    if (filled && *filled) {
      chunk.kind = kind_;
      chunk.origin = name_;
      chunk.input_bytes = bytes_->input_bytes() - reported_bytes_;
      reported_bytes_ = bytes_->input_bytes();
    }
    return filled;
  }

 private:
  // Reads enough to tell the kind.
  Result<void> start() {
    while (pending_.size() < kDetectionBytes && !is_at_end_) {
      if (const Result<void> more = read_more(); !more) return more;
    }
    is_started_ = true;
    const std::string_view first = std::string_view(pending_).substr(0, kDetectionBytes);
    const bool is_detected = kind_ == SourceKind::detect;
    if (is_detected) kind_ = detect_kind(name_, first);
    if (!is_detected || kind_ != SourceKind::text) return {};
    const bool is_empty = first.empty() && !late_error_;
    is_done_ = is_empty || is_binary(first);
    if (is_empty) return skipped(name_, localized("the file is empty", "berkas kosong"));
    if (is_done_) return skipped(name_, localized("this is no text", "ini bukan teks"));
    return {};
  }

  // Appends to pending_. Broken input ends the file: the error is kept until all sound bytes have been handed on.
  Result<void> read_more() {
    const std::size_t size = pending_.size();
    pending_.resize(size + kReadBytes);
    const Result<std::size_t> count = bytes_->read(std::span(pending_).subspan(size));
    pending_.resize(size + (count ? *count : 0));
    if (!count && count.error().code == ExitCode::interrupted) return tl::unexpected(count.error());
    if (!count) late_error_ = count.error();
    is_at_end_ = !count || *count == 0;
    return {};
  }

  Result<bool> next_lines(Chunk& chunk) {
    if (is_in_long_line_) return skip_long_line();
    for (;;) {
      while (pending_.size() < kChunkBytes && !is_at_end_) {
        if (const Result<void> more = read_more(); !more) return tl::unexpected(more.error());
      }
      const std::size_t line_end = std::string_view(pending_).substr(searched_bytes_).rfind('\n');
      if (line_end != std::string_view::npos) return take_lines(chunk, searched_bytes_ + line_end + 1);
      searched_bytes_ = pending_.size();
      if (pending_.size() > max_article_bytes_) return skip_long_line();
      if (is_at_end_) return last_line(chunk);
      if (const Result<void> more = read_more(); !more) return tl::unexpected(more.error());
    }
  }

  // Of damaged input, a last line without its end is cut off somewhere: it goes with the error.
  Result<bool> last_line(Chunk& chunk) {
    if (late_error_ || pending_.empty()) return end();
    return take_lines(chunk, pending_.size());
  }

  bool take_lines(Chunk& chunk, std::size_t size) {
    std::string rest = pending_.substr(size);
    pending_.resize(size);
    chunk.bytes = std::move(pending_);
    pending_ = std::move(rest);
    searched_bytes_ = 0;
    chunk.first_line = line_;
    line_ += static_cast<std::uint64_t>(std::count(chunk.bytes.begin(), chunk.bytes.end(), '\n'));
    return true;
  }

  // Drops bytes until the line ends, without keeping them.
  Result<bool> skip_long_line() {
    is_in_long_line_ = true;
    std::size_t line_end = std::string::npos;
    while (!is_at_end_ && line_end == std::string::npos) {
      pending_.clear();
      if (const Result<void> more = read_more(); !more) return tl::unexpected(more.error());
      line_end = pending_.find('\n');
    }
    pending_.erase(0, line_end == std::string::npos ? pending_.size() : line_end + 1);
    searched_bytes_ = 0;
    is_in_long_line_ = false;
    return too_long(fmt::format("{}:{}", name_, line_++));
  }

  Result<bool> whole_file(Chunk& chunk) {
    if (is_done_) return end();
    while (!is_at_end_ && pending_.size() <= max_article_bytes_) {
      if (const Result<void> more = read_more(); !more) return tl::unexpected(more.error());
    }
    is_done_ = true;
    if (pending_.size() > max_article_bytes_) return too_long(name_);
    if (pending_.empty() && late_error_) return end();
    chunk.first_line = 1;
    chunk.bytes = std::move(pending_);
    return true;
  }

  tl::unexpected<Error> too_long(const std::string& place) const {
    return failure(
        ExitCode::input_skipped,
        localized_format("{}: longer than {} bytes", "{}: lebih panjang dari {} bita", place, max_article_bytes_));
  }

  Result<bool> end() {
    if (!late_error_) return false;
    const Error error = *late_error_;
    late_error_.reset();
    pending_.clear();
    searched_bytes_ = 0;
    return tl::unexpected(error);
  }

  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  std::uint64_t max_article_bytes_;
  SourceKind kind_;
  std::string pending_;             // read, but not handed on
  std::size_t searched_bytes_ = 0;  // of pending_, which hold no line end
  std::optional<Error> late_error_;
  std::uint64_t line_ = 1;  // of the first pending byte
  std::uint64_t reported_bytes_ = 0;
  bool is_started_ = false;
  bool is_at_end_ = false;
  bool is_in_long_line_ = false;
  bool is_done_ = false;  // a whole file was handed on or refused
};

class FileChunkReader final : public ChunkReader {
 public:
  FileChunkReader(std::vector<std::string> sources, SourceOptions options)
      : sources_(sources), files_(std::move(sources)), options_(options) {}

  Result<bool> next(Chunk& chunk) override {
    for (;;) {
      if (file_) {
        Result<bool> filled = file_->next(chunk);
        if (!filled || *filled) return filled;
        file_.reset();
      }
      const Result<std::optional<std::string>> name = files_.next();
      if (!name) return tl::unexpected(name.error());
      if (!*name) return false;
      Result<std::unique_ptr<ByteSource>> bytes = open_byte_source(**name);
      if (!bytes) return tl::unexpected(bytes.error());
      file_.emplace(**name, std::move(*bytes), options_);
    }
  }

  std::uint64_t total_bytes() const override { return total_file_bytes(sources_); }

 private:
  std::vector<std::string> sources_;
  SourceFiles files_;
  SourceOptions options_;
  std::optional<OpenFile> file_;
};

}  // namespace

std::unique_ptr<ChunkReader> open_sources(std::vector<std::string> sources, SourceOptions options) {
  return std::make_unique<FileChunkReader>(std::move(sources), options);
}

}  // namespace warta::indexer
