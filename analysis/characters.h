// Classes of characters: what the tokenizer sees of a text before it looks at single characters.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace warta::analysis {

using CharacterClass = std::uint8_t;  // one of the bits below; ASCII letters carry their case beside kLetter

inline constexpr CharacterClass kLetter = 1;  // letters with their marks, and digits other than 0 to 9
inline constexpr CharacterClass kDigit = 2;   // 0 to 9
inline constexpr CharacterClass kIdeogram = 4;
inline constexpr CharacterClass kSymbol = 8;  // emoji and dingbats
inline constexpr CharacterClass kSpace = 16;
inline constexpr CharacterClass kPunctuation = 32;  // everything else
inline constexpr CharacterClass kUpper = 64;
inline constexpr CharacterClass kNonAscii = 128;  // in kByteClasses only: more bytes are needed to tell

// Class of each byte of UTF-8 text.
constexpr std::array<CharacterClass, 256> make_byte_classes() {
  std::array<CharacterClass, 256> classes{};
  for (int byte = 0; byte < 256; ++byte) {
    CharacterClass& result = classes[static_cast<size_t>(byte)];
    if (byte >= 0x80) {
      result = kNonAscii;
    } else if (byte >= 'A' && byte <= 'Z') {
      result = kLetter | kUpper;
    } else if (byte >= 'a' && byte <= 'z') {
      result = kLetter;
    } else if (byte >= '0' && byte <= '9') {
      result = kDigit;
    } else if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      result = kSpace;
    } else {
      result = kPunctuation;
    }
  }
  return classes;
}

inline constexpr std::array<CharacterClass, 256> kByteClasses = make_byte_classes();

inline CharacterClass byte_class(char c) {
  return kByteClasses[static_cast<unsigned char>(c)];
}

// Class of a code point; broken ones (negative) are kSpace, so that they separate words.
CharacterClass character_class(std::int32_t c);

// True for an upper-case or a lower-case code point; neither for scripts without case.
bool is_upper_case(std::int32_t c);
bool is_lower_case(std::int32_t c);

}  // namespace warta::analysis
