#include "indexer/sources/recoded_source.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace warta::indexer {
namespace {

constexpr std::size_t kReadBytes = std::size_t{64} << 10;

void append_utf8(std::uint32_t character, std::string& out) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((character >> shift) & 0x3F)); };
  if (character < 0x80) {
    out += static_cast<char>(character);
  } else if (character < 0x800) {
    out += static_cast<char>(0xC0 | (character >> 6));
    tail(0);
  } else if (character < 0x10000) {
    out += static_cast<char>(0xE0 | (character >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (character >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

// RFC 2781.
class Utf16Decoder {
 public:
  std::size_t operator()(std::string_view bytes, bool is_last, std::string& out) {
    std::size_t at = 0;
    if (!has_begun_ && bytes.size() >= 2) {
      is_big_endian_ = bytes.starts_with("\xFE\xFF");
      has_begun_ = true;
      at = 2;
    }
    while (bytes.size() - at >= 2) {
      const std::uint32_t unit = unit_at(bytes, at);
      const bool begins_pair = is_high_half(unit);
      if (begins_pair && bytes.size() - at < 4 && !is_last) return at;
      const std::uint32_t next = begins_pair && bytes.size() - at >= 4 ? unit_at(bytes, at + 2) : 0;
      const bool is_pair = begins_pair && is_low_half(next);
      const bool is_half = !is_pair && (begins_pair || is_low_half(unit));
      append_utf8(is_pair ? 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00) : (is_half ? kReplacement : unit), out);
      at += is_pair ? 4 : 2;
    }
    if (!is_last || at == bytes.size()) return at;
    append_utf8(kReplacement, out);
    return bytes.size();
  }

 private:
  static constexpr std::uint32_t kReplacement = 0xFFFD;

  static bool is_high_half(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
  static bool is_low_half(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

  std::uint32_t unit_at(std::string_view bytes, std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return is_big_endian_ ? first * 256U + second : second * 256U + first;
  }

  bool has_begun_ = false;
  bool is_big_endian_ = false;
};

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

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

Recoder utf8_recoder() {
  return Utf16Decoder();
}

std::string utf8_from_utf16(std::string_view bytes) {
  std::string out;
  Utf16Decoder()(bytes, false, out);
  return out;
}

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
