#include "analysis/characters.h"

#include <utf8proc.h>

namespace warta::analysis {
namespace {

struct Range {
  std::int32_t first;
  std::int32_t last;
};

// Scripts written without spaces between words in which one character is close enough to a word.
constexpr Range kIdeogramRanges[] = {
    {0x3005, 0x3007},    // iteration marks
    {0x3040, 0x30FF},    // Hiragana, Katakana and their voicing marks
    {0x31F0, 0x31FF},    // small Katakana
    {0x3400, 0x4DBF},    // Han, extension A
    {0x4E00, 0x9FFF},    // Han
    {0x20000, 0x3FFFF},  // Han, the further extensions
};

constexpr std::int32_t kFirstPictograph = 0x2600;

bool is_ideogram(std::int32_t c) {
  for (const Range& range : kIdeogramRanges) {
    if (c >= range.first && c <= range.last) return utf8proc_category(c) != UTF8PROC_CATEGORY_PO;
  }
  return false;
}

}  // namespace

CharacterClass character_class(std::int32_t c) {
  if (c < 0) return kSpace;
  if (c < 0x80) return kByteClasses[static_cast<size_t>(c)];
  if (is_ideogram(c)) return kIdeogram;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return kLetter;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return kSpace;
    case UTF8PROC_CATEGORY_SO: return c >= kFirstPictograph && c != 0xFFFD ? kSymbol : kPunctuation;
    default: return kPunctuation;
  }
}

bool is_upper_case(std::int32_t c) {
  return c >= 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LU;
}

bool is_lower_case(std::int32_t c) {
  return c >= 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

}  // namespace warta::analysis
