#include "searcher/ranking/word_core.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"
#include "base/utf8.h"

namespace warta::searcher {
namespace {

// From this length on a stem may lose its first letter in a form: tulis, menulis.
constexpr std::size_t kLeastNasalised = 4;

// What stands in every form of a number: its term has a dot where the text has a comma ("2.8"), and none between
// thousands ("2000"), so that only the last digits of the whole are sure.
std::string_view core_of_number(std::string_view number) {
  constexpr std::size_t kDigitsOfThousand = 3;
  const std::string_view whole = number.substr(0, number.find('.'));
  return whole.substr(whole.size() - std::min(whole.size(), kDigitsOfThousand));
}

bool is_number(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return is_ascii_digit(c) || c == '.'; });
}

// Letters or digits, which a text may part by signs that the term does not have: "U-17" is u17, "14.30" is 14:30. Of
// equals the last one.
std::string_view longest_run(std::string_view term) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < term.size();) {
    std::size_t end = begin + 1;
    while (end < term.size() && is_letter_byte(term[begin]) == is_letter_byte(term[end]) &&
           is_ascii_digit(term[begin]) == is_ascii_digit(term[end])) {
      ++end;
    }
    const bool is_run = is_word_byte(term[begin]);
    if (is_run && end - begin >= longest.size()) longest = term.substr(begin, end - begin);
    begin = end;
  }
  return longest;
}

}  // namespace

std::string core_of(std::string_view term) {
  if (is_number(term)) return std::string(core_of_number(term));
  const std::string_view run = longest_run(term);
  const bool may_be_nasalised = run.size() >= kLeastNasalised && run.data() == term.data();
  std::string core(may_be_nasalised ? run.substr(1) : run);
  std::ranges::transform(core, core.begin(), folded_letter);
  return core;
}

}  // namespace warta::searcher
