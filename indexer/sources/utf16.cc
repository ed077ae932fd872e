#include "indexer/sources/utf16.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

std::uint32_t unit_at(std::string_view bytes, std::size_t at, bool is_big_endian) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return is_big_endian ? first * 256U + second : second * 256U + first;
}

bool is_high_half(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_half(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Numbers of 16 or 32 bits have their NULs on one side too, but controls among them.
bool is_mostly_ascii(std::string_view bytes, bool is_big_endian) {
  constexpr std::size_t kEnough = 4096;
  const std::size_t units = std::min(bytes.size(), kEnough) / 2;
  std::size_t ascii = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const std::uint32_t unit = unit_at(bytes, 2 * i, is_big_endian);
    if (unit >= 0x80) continue;
    if (is_ascii_control(static_cast<char>(unit))) return false;
    ++ascii;
  }
  return units > 1 && 2 * ascii > units;
}

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
  explicit Utf16Decoder(Utf16Form form) : form_(form) {}

  std::size_t operator()(std::string_view bytes, bool is_last, std::string& out) {
    std::size_t at = 0;
    if (bytes.size() >= form_.mark_bytes) at = std::exchange(form_.mark_bytes, 0);
    while (bytes.size() - at >= 2) {
      const std::uint32_t unit = unit_at(bytes, at, form_.is_big_endian);
      const bool begins_pair = is_high_half(unit);
      if (begins_pair && bytes.size() - at < 4 && !is_last) return at;
      const bool has_next = begins_pair && bytes.size() - at >= 4;
      const std::uint32_t next = has_next ? unit_at(bytes, at + 2, form_.is_big_endian) : 0;
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
  Utf16Form form_;
};

}  // namespace

std::optional<Utf16Form> utf16_form(std::string_view first_bytes) {
  constexpr std::size_t kMarkBytes = 2;
  if (first_bytes.starts_with("\xFF\xFE")) return Utf16Form{false, kMarkBytes};
  if (first_bytes.starts_with("\xFE\xFF")) return Utf16Form{true, kMarkBytes};
  for (const bool is_big_endian : {false, true}) {
    if (is_mostly_ascii(first_bytes, is_big_endian)) return Utf16Form{is_big_endian, 0};
  }
  return std::nullopt;
}

Recoder utf8_recoder(Utf16Form form) {
  return Utf16Decoder(form);
}

std::string utf8_from_utf16(std::string_view bytes, Utf16Form form) {
  std::string out;
  Utf16Decoder decoder(form);
  decoder(bytes, true, out);
  return out;
}

}  // namespace warta::indexer
