#include "analysis/glued_words.h"

#include <cstddef>

#include "base/ascii.h"

namespace warta::analysis {
namespace {

// Lower-case letters before the capital, so that "iPhone", "McLaren" and "MoU" stay whole.
constexpr std::size_t kLettersBefore = 2;

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool begins_word(std::string_view text, std::size_t at) {
  return is_upper(text[at]) && is_lower(text[at - 1]) && is_lower(text[at - 2]) && at + 1 < text.size() &&
         is_ascii_letter(text[at + 1]);
}

}  // namespace

std::vector<std::string_view> glued_words(std::string_view word) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = kLettersBefore; at < word.size(); ++at) {
    if (!begins_word(word, at)) continue;
    parts.push_back(word.substr(begin, at - begin));
    begin = at;
  }
  if (!parts.empty()) parts.push_back(word.substr(begin));
  return parts;
}

}  // namespace warta::analysis
