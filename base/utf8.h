// UTF-8 a code point at a time: for whoever walks over text byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace warta {

inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";  // the byte order mark

// Without a byte order mark at its front.
constexpr std::string_view without_utf8_mark(std::string_view text) {
  return text.starts_with(kUtf8Mark) ? text.substr(kUtf8Mark.size()) : text;
}

// One code point of UTF-8 text; a broken byte has value kInvalid and length 1.
struct CodePoint {
  static constexpr std::int32_t kInvalid = -1;
  std::int32_t value = kInvalid;
  std::uint32_t bytes = 1;
};

// Reads the code point at offset, where a character of several bytes begins or text is broken.
CodePoint wide_code_point_at(std::string_view text, std::size_t offset);

// Reads the code point at offset, which must lie inside text. Most are ASCII, and cost no call.
inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? CodePoint{first, 1} : wide_code_point_at(text, offset);
}

// True for a byte that goes on with the character before it.
constexpr bool is_utf8_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// True for a byte of a character beyond ASCII.
constexpr bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// What words are made of, for who walks byte by byte: letters (and digits) of ASCII, and all beyond it.
constexpr bool is_letter_byte(char c) {
  return is_ascii_letter(c) || is_beyond_ascii(c);
}
constexpr bool is_word_byte(char c) {
  return is_letter_byte(c) || is_ascii_digit(c);
}

// The offset behind the character that begins at offset, which must lie inside text.
constexpr std::size_t character_end(std::string_view text, std::size_t offset) {
  ++offset;
  while (offset < text.size() && is_utf8_continuation(text[offset])) ++offset;
  return offset;
}

// The first bytes of text, at most so many, without the character that would be cut in two.
constexpr std::string_view cut_at_character(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  while (most_bytes > 0 && is_utf8_continuation(text[most_bytes])) --most_bytes;
  return text.substr(0, most_bytes);
}

// Columns that text takes on a terminal; a broken byte takes one.
std::size_t display_width(std::string_view text);

}  // namespace warta
