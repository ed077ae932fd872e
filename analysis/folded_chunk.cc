#include "analysis/folded_chunk.h"

#include <algorithm>
#include <iterator>

#include "analysis/normalize.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace warta::analysis {
namespace {

// The decimals of one character that is a fraction.
struct Fraction {
  std::int32_t character;
  std::string_view decimals;
};

constexpr Fraction kFractions[] = {
    {0x00BC, "25"}, {0x00BD, "5"}, {0x00BE, "75"},  {0x2152, "1"},   {0x2155, "2"},   {0x2156, "4"},
    {0x2157, "6"},  {0x2158, "8"}, {0x215B, "125"}, {0x215C, "375"}, {0x215D, "625"}, {0x215E, "875"},
};

// Empty for what is none, and for those without an end, as a third.
std::string_view decimals_of(std::int32_t c) {
  if (c < 0x80) return {};
  const auto* row = std::ranges::find(kFractions, c, &Fraction::character);
  return row == std::end(kFractions) ? std::string_view() : row->decimals;
}

// What ends the number before it, which its decomposition would lengthen: the other fractions, and superscript digits.
bool stands_apart(std::int32_t c) {
  return (c >= 0x2150 && c <= 0x215F) || c == 0x2189 || c == 0x00B2 || c == 0x00B3 || c == 0x00B9 || c == 0x2070 ||
         (c >= 0x2074 && c <= 0x2079);
}

}  // namespace

void FoldedChunk::fold(std::string_view text, size_t begin, size_t end) {
  text_.clear();
  is_closed_ = false;
  begins_.clear();
  ends_.clear();
  for (size_t offset = begin; offset < end;) {
    const CodePoint point = code_point_at(text, offset);
    if (character_class(point.value) == kSpace) {
      text_ += ' ';
    } else {
      append(point.value);
    }
    begins_.resize(text_.size(), static_cast<std::uint32_t>(offset));
    offset += point.bytes;
    ends_.resize(text_.size(), static_cast<std::uint32_t>(offset));
  }
  classify();
  remove_apostrophes();
}

// Digits that are not written as such are not glued to others: "1½" is 1,5 and not 11, "10²" not 102.
void FoldedChunk::append(std::int32_t c) {
  const bool is_apart = stands_apart(c);
  const bool follows_digit = !text_.empty() && is_ascii_digit(text_.back());
  const bool follows_word = !text_.empty() && is_letter_byte(text_.back());
  const size_t begin = text_.size();
  const std::string_view decimals = decimals_of(c);
  if (!decimals.empty()) {
    text_ += follows_digit && !is_closed_ ? "," : (follows_digit || follows_word ? " 0," : "0,");
    text_ += decimals;
  } else {
    append_normalized(c, text_);
    const bool begins_with_digit = text_.size() > begin && is_ascii_digit(text_[begin]);
    if (follows_digit && begins_with_digit && (is_apart || is_closed_)) text_.insert(begin, 1, ' ');
  }
  is_closed_ = is_apart || !decimals.empty();
}

void FoldedChunk::classify() {
  classes_.clear();
  for (size_t offset = 0; offset < text_.size();) {
    const CodePoint point = code_point_at(text_, offset);
    offset += point.bytes;
    classes_.resize(offset, character_class(point.value));
  }
}

void FoldedChunk::remove_apostrophes() {
  size_t kept = 0;
  for (size_t i = 0; i < text_.size(); ++i) {
    const bool is_inner = text_[i] == '\'' && i > 0 && i + 1 < text_.size() && (classes_[i - 1] & kLetter) != 0 &&
                          (classes_[i + 1] & kLetter) != 0;
    if (is_inner) continue;
    text_[kept] = text_[i];
    classes_[kept] = classes_[i];
    begins_[kept] = begins_[i];
    ends_[kept] = ends_[i];
    ++kept;
  }
  text_.resize(kept);
  classes_.resize(kept);
  begins_.resize(kept);
  ends_.resize(kept);
}

}  // namespace warta::analysis
