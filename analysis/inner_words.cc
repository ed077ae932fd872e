#include "analysis/inner_words.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"

namespace warta::analysis {
namespace {

// Beyond ASCII: the hyphens, dashes and apostrophes that stand within tokens.
constexpr std::string_view kWideMarks[] = {
    "\u2010", "\u2011", "\u2012", "\u2013", "\u2018", "\u2019", "\u201B", "\u00B4", "\u02BB", "\u02BC",
};

constexpr std::string_view kMarksOfNumbers = ".,:";
constexpr std::string_view kMarksOfDates = "/-";

// Bytes of the mark that text begins with, or 0.
std::size_t mark_bytes(std::string_view text) {
  if (text.empty()) return 0;
  if (!is_beyond_ascii(text.front())) return is_word_byte(text.front()) ? 0 : 1;
  const auto* mark = std::ranges::find_if(kWideMarks, [&](std::string_view wide) { return text.starts_with(wide); });
  return mark == std::end(kWideMarks) ? 0 : mark->size();
}

bool ends_in_mark(std::string_view text) {
  if (text.empty()) return false;
  if (!is_beyond_ascii(text.back())) return !is_word_byte(text.back());
  return std::ranges::any_of(kWideMarks, [&](std::string_view wide) { return text.ends_with(wide); });
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

// Whether the byte at `at` is one of the marks and stands between two digits.
bool is_between_digits(std::string_view text, std::size_t at, std::string_view marks) {
  return at < text.size() && marks.find(text[at]) != std::string_view::npos && at > 0 && is_digit_at(text, at - 1) &&
         is_digit_at(text, at + 1);
}

bool touches_mark_between_digits(std::string_view text, std::size_t place, std::string_view marks) {
  return is_between_digits(text, place, marks) || (place > 0 && is_between_digits(text, place - 1, marks));
}

}  // namespace

bool is_within_number(std::string_view text, std::size_t place) {
  return touches_mark_between_digits(text, place, kMarksOfNumbers);
}

bool is_word_bound(std::string_view text, std::size_t place) {
  if (is_within_number(text, place) || touches_mark_between_digits(text, place, kMarksOfDates)) return false;
  return mark_bytes(text.substr(place)) > 0 || ends_in_mark(text.substr(0, place));
}

bool find_inner_words(std::string_view token, InnerWords& found) {
  if (std::ranges::all_of(token, is_ascii_letter)) return false;
  found.heads.clear();
  found.tails.clear();
  std::size_t words = 0;
  for (std::size_t at = 0; at < token.size();) {
    const std::size_t mark = mark_bytes(token.substr(at));
    if (mark > 0) {
      at += mark;
      continue;
    }
    const std::size_t begin = at;
    while (at < token.size() && mark_bytes(token.substr(at)) == 0) ++at;
    ++words;
    if (begin > 0 && is_word_bound(token, begin)) found.tails.push_back(token.substr(begin));
    if (at < token.size() && is_word_bound(token, at)) found.heads.push_back(token.substr(0, at));
  }
  if (words > kMostInnerWords) {
    found.heads.clear();
    found.tails.clear();
  }
  return !found.heads.empty() || !found.tails.empty();
}

}  // namespace warta::analysis
