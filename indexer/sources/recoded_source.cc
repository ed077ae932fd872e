#include "indexer/sources/recoded_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace warta::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;

class RecodedSource final : public ByteSource {
 public:
  RecodedSource(std::unique_ptr<ByteSource> source, Recoder recoder, std::string read, bool is_at_end)
      : source_(std::move(source)), recoder_(std::move(recoder)), raw_(std::move(read)), is_at_end_(is_at_end) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    while (given_ == recoded_.size()) {
      recoded_.clear();
      given_ = 0;
      raw_.erase(0, recoder_(raw_, is_at_end_, recoded_));
      if (!recoded_.empty()) break;
      if (is_at_end_) return 0;
      if (const Result<void> more = read_raw(); !more) return tl::unexpected(more.error());
    }
    const std::size_t count = std::min(buffer.size(), recoded_.size() - given_);
    std::memcpy(buffer.data(), recoded_.data() + given_, count);
    given_ += count;
    return count;
  }

  std::uint64_t input_bytes() const override { return source_->input_bytes(); }

 private:
  Result<void> read_raw() {
    const std::size_t size = raw_.size();
    raw_.resize(size + kReadBytes);
    const Result<std::size_t> count = source_->read(std::span(raw_).subspan(size));
    raw_.resize(size + count.value_or(0));
    if (!count) return tl::unexpected(count.error());
    is_at_end_ = *count == 0;
    return {};
  }

  std::unique_ptr<ByteSource> source_;
  Recoder recoder_;
  std::string raw_;
  std::string recoded_;
  std::size_t given_ = 0;  // of recoded_
  bool is_at_end_;
};

}  // namespace

bool has_only_carriage_returns(std::string_view bytes) {
  return bytes.find('\n') == std::string_view::npos && bytes.find('\r') != std::string_view::npos;
}

Recoder lines_from_carriage_returns() {
  return [](std::string_view bytes, bool, std::string& out) {
    out += bytes;
    std::replace(out.begin(), out.end(), '\r', '\n');
    return bytes.size();
  };
}

std::unique_ptr<ByteSource> recoded_source(std::unique_ptr<ByteSource> source, Recoder recoder, std::string read,
                                           bool is_at_end) {
  return std::make_unique<RecodedSource>(std::move(source), std::move(recoder), std::move(read), is_at_end);
}

}  // namespace warta::indexer
