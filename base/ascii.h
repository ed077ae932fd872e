// ASCII letters and digits, whatever the locale says: for names, URLs, dates and formats, never for Indonesian text.
#pragma once

#include <string>
#include <string_view>

namespace warta {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Space, tab, and the line ends.
constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Controls that are no white space: escapes that would steer a terminal.
constexpr bool is_ascii_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c)) || c == '\x7F';
}

// Space, and all that stands before it: what parts the chunks of a text in any charset that has ASCII's bytes.
constexpr bool is_ascii_gap(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// ASCII letters in lower case, every other byte as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

}  // namespace warta
