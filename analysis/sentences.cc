#include "analysis/sentences.h"

#include <algorithm>

#include "analysis/characters.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace warta::analysis {
namespace {

// Abbreviations that stand before what they belong to: a capital or a number behind them begins no sentence. Those that
// may end one (dll., dst., Tbk.) are not here: the capital behind them decides; nor is "hal.", which is also a word.
constexpr std::string_view kLeadingAbbreviations[] = {
    // titles
    "alm", "almh", "bpk", "brigjen", "dr", "dra", "drg", "drs", "hj", "ir", "irjen", "jend", "kapt", "kh", "kol",
    "kombes", "komjen", "letjen", "letkol", "mayjen", "moh", "mohd", "mr", "mrs", "muh", "nn", "ny", "pdt", "pj", "plh",
    "plt", "prof", "sdr", "sdri", "serka", "sertu", "tn", "ust", "yth",
    // places and firms
    "cv", "gg", "jl", "jln", "kab", "kec", "prov", "pt", "st",
    // numbers
    "hlm", "no", "rp", "telp", "tgl", "vol"};

bool is_leading_abbreviation(std::string_view word) {
  return std::find(std::begin(kLeadingAbbreviations), std::end(kLeadingAbbreviations), word) !=
         std::end(kLeadingAbbreviations);
}

bool is_initial(std::string_view word) {
  return word.size() == 1 ? (byte_class(word.front()) & kLetter) != 0 : word.size() >= 3 && word[1] == '.';
}

bool is_integer(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

struct Marks {
  size_t count = 0;  // of . ! ? and ellipses
  bool has_newline = false;
};

// In one pass: there is a gap for every few words.
Marks read_marks(std::string_view gap) {
  constexpr char kFirstByteOfEllipsis = '\xE2';
  Marks marks;
  for (size_t i = 0; i < gap.size(); ++i) {
    switch (gap[i]) {
      case '\n': marks.has_newline = true; break;
      case '.':
      case '!':
      case '?': ++marks.count; break;
      case kFirstByteOfEllipsis: marks.count += gap.substr(i).starts_with("…"); break;
      default: break;
    }
  }
  return marks;
}

// True where a lower-case letter follows, so that the sentence goes on: "Apa?" tanyanya.
bool goes_on(std::string_view text, size_t end) {
  return is_lower_case(code_point_at(text, end).value);
}

}  // namespace

Break break_between(std::string_view before, bool before_is_first, std::string_view text, size_t begin, size_t end) {
  const std::string_view gap = text.substr(begin, end - begin);
  const Marks marks = read_marks(gap);
  if (marks.has_newline) return Break::paragraph;
  if (marks.count == 0 || goes_on(text, end)) return Break::none;
  if (marks.count == 1 && gap.front() == '.') {
    if (is_initial(before) || is_leading_abbreviation(before)) return Break::none;
    if (before_is_first && is_integer(before)) return Break::none;
  }
  // "selesai.Selanjutnya" has lost its space; "kabar.KPK" or "2.A" may be anything.
  if (gap.size() > 1) return Break::sentence;
  const bool lower_before = begin > 0 && (byte_class(text[begin - 1]) & (kLetter | kUpper)) == kLetter;
  return lower_before && is_upper_case(code_point_at(text, end).value) ? Break::sentence : Break::none;
}

}  // namespace warta::analysis
