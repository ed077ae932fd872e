// A token: a stretch of text that is searched as one thing, with the place where it stands.
#pragma once

#include <cstdint>
#include <string_view>

namespace warta::analysis {

enum class Shape : std::uint8_t {
  word,
  reduplication,  // anak-anak, anak2, tarik-menarik
  acronym,        // KPK, A.S., COVID
  number,         // 1.000.000, 5,2; G20 is an acronym
  money,          // Rp1,5 miliar
  percent,        // the sign in 5,2%
  time,           // 14.30
  date,           // 12/05/2024, 12 Mei 2024
  url,
  email,
  mention,   // @name
  hashtag,   // #tag
  ideogram,  // one Chinese or Japanese character
  symbol,    // emoji
};

// What the tokenizer yields. `text` is the normalised surface: NFKD, case folded, diacritics, apostrophes within words
// and soft hyphens removed; it points into the tokenizer's buffer and lives until that is cleared.
// `begin` and `end` are byte offsets in the original text, [begin, end), on character boundaries.
// `position` counts tokens from 0. A token over others (the value of "Rp1,5 miliar", the host of an address) is
// `overlapping`: it shares the position of its first part, so that phrases count the parts only.
struct Token {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  std::uint32_t sentence = 0;   // ordinal of its sentence in the text, from 0
  std::uint32_t paragraph = 0;  // ordinal of its paragraph, from 0; a newline ends one
  Shape shape = Shape::word;
  bool overlapping = false;
};

}  // namespace warta::analysis
