// The bytes of which keys and entries of a glass table are made: Xapian 1.4's encodings of numbers and texts.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace warta::indexer::glass {

// Seven bits a byte, the low ones first; all bytes but the last have their top bit set.
inline void append_number(std::uint64_t number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

// Its length and itself.
inline void append_text(std::string_view text, std::string& bytes) {
  append_number(text.size(), bytes);
  bytes += text;
}

// At the end of a key: the bytes of the number, the low ones first, without leading zeros.
inline void append_last_number(std::uint32_t number, std::string& bytes) {
  for (; number > 0; number >>= 8) bytes += static_cast<char>(number & 0xFF);
}

// In keys: bytes that sort like the numbers. Fifteen bits take two bytes; each byte more gives seven bits more, and one
// more leading one.
inline void append_sortable(std::uint32_t number, std::string& bytes) {
  const unsigned length = number < 0x8000 ? 2 : (37U - static_cast<unsigned>(std::countl_zero(number))) / 7;
  const std::uint64_t leading_ones = (std::uint64_t{0xFF} << (10 - length)) & 0xFF;
  const std::uint64_t marked = number | leading_ones << (8 * (length - 1));
  for (unsigned i = length; i > 0; --i) bytes += static_cast<char>(marked >> (8 * (i - 1)));
}

// In keys: bytes that sort like the texts, for a text at the end of a key. A zero byte is followed by 0xFF, so that a
// lone one can end a text that something follows.
inline void append_sortable(std::string_view text, std::string& bytes) {
  for (const char c : text) {
    bytes += c;
    if (c == '\0') bytes += '\xFF';
  }
}

}  // namespace warta::indexer::glass
