#include "indexer/extract/furniture.h"

#include <algorithm>

#include "indexer/extract/furniture_patterns.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

bool matches(std::string_view pattern, Match match, std::string_view lower) {
  if (!lower.starts_with(pattern)) return false;
  const std::string_view rest = lower.substr(pattern.size());
  if (match == Match::whole) return rest.find_first_not_of(" :.!>\xC2\xBB") == std::string_view::npos;
  // "baca juga" is no start of "baca jugaa"
  return !is_ascii_letter(pattern.back()) || rest.empty() || !is_ascii_letter(rest.front());
}

bool is_ascii_upper(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// A reporter's code between brackets: "fyk/ash", "sar", "ANT", "*". Several codes have slashes between them; a single
// one is short and all lower or all upper case, so that "(Golkar)" and "(bagian kedua)" are none.
bool is_code(std::string_view inside) {
  constexpr std::size_t kLongest = 30;
  constexpr std::size_t kLongestSingle = 9;
  constexpr std::size_t kLongestUpper = 4;
  if (inside.empty() || inside.size() > kLongest) return false;
  if (inside.find_first_not_of("*-") == std::string_view::npos) return true;
  const bool is_plain = std::all_of(inside.begin(), inside.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '/' || c == '-' || c == '*' || c == '.' || c == ',';
  });
  if (!is_plain || inside.size() < 2) return false;
  if (inside.find('/') != std::string_view::npos) return true;
  const bool is_lower = std::all_of(inside.begin(), inside.end(), [](char c) { return c < 'A' || c > 'Z'; });
  return (is_lower && !is_ascii_digit(inside.front()) && inside.size() <= kLongestSingle) ||
         (is_ascii_upper(inside) && inside.size() <= kLongestUpper);
}

// Where a code in brackets begins that ends the text, or npos.
std::size_t code_begin(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  const char closing = text.back();
  if (closing != ')' && closing != ']') return std::string_view::npos;
  const std::size_t begin = text.rfind(closing == ')' ? '(' : '[');
  if (begin == std::string_view::npos) return begin;
  const std::string_view inside = text.substr(begin + 1, text.size() - begin - 2);
  const bool may_be_word = begin > 0 && is_ascii_upper(inside);  // "(KPK)" behind a sentence may explain it
  return is_code(inside) && !may_be_word ? begin : std::string_view::npos;
}

// "2 dari 4 halaman", "12 komentar", "1.234 views", "3 menit baca": a number and what it counts.
bool is_counter(const std::string& lower) {
  constexpr std::string_view kCounted[] = {
      "komentar",      "comments",    "comment",      "views",   "view",     "viewers", "shares",
      "share",         "kali dibaca", "dibaca",       "pembaca", "x dibaca", "menit",   "menit baca",
      "menit membaca", "min read",    "kali dilihat", "foto",    "suka",     "likes",
  };
  const std::size_t digits_end = std::min(lower.find_first_not_of("0123456789.,k"), lower.size());
  if (digits_end == 0 || digits_end == lower.size() || !is_ascii_digit(lower.front())) return false;
  const std::string_view counted = trimmed(std::string_view(lower).substr(digits_end));
  if (counted.starts_with("dari ") && counted.ends_with("halaman")) return true;
  return std::find(std::begin(kCounted), std::end(kCounted), counted) != std::end(kCounted);
}

bool is_invitation(std::string_view line, std::size_t words) {
  constexpr std::size_t kMostWords = 60;
  if (words > kMostWords) return false;
  const std::string lower = lower_ascii(line);
  const std::string_view first = std::string_view(lower).substr(0, lower.find_first_of(" ,:"));
  const auto verbs = invitation_verbs();
  const auto channels = invitation_channels();
  return std::find(verbs.begin(), verbs.end(), first) != verbs.end() &&
         std::any_of(channels.begin(), channels.end(),
                     [&](std::string_view channel) { return lower.find(channel) != std::string::npos; });
}

}  // namespace

LineKind classify_line(std::string_view line) {
  if (is_reporter_code(line)) return LineKind::furniture;
  constexpr std::size_t kLongestHead = 64;
  const std::string lower = lower_ascii(line.substr(0, kLongestHead));
  const std::size_t words = count_words(line);
  for (const FurniturePatterns& patterns : furniture_patterns()) {
    // A whole match must not be taken from the front of a longer line.
    const bool is_too_long = patterns.match == Match::whole && line.size() > kLongestHead;
    if (words > patterns.most_words || is_too_long) continue;
    if (std::any_of(patterns.texts.begin(), patterns.texts.end(),
                    [&](std::string_view text) { return matches(text, patterns.match, lower); }))
      return patterns.kind;
  }
  if (is_counter(lower) && line.size() <= kLongestHead) {
    return lower.ends_with("komentar") || lower.ends_with("comments") ? LineKind::tail : LineKind::furniture;
  }
  return is_invitation(line, words) ? LineKind::furniture : LineKind::text;
}

bool is_reporter_code(std::string_view line) {
  return code_begin(trimmed(line)) == 0;
}

std::string_view without_reporter_code(std::string_view text) {
  const std::string_view end_trimmed = trimmed(text);
  const std::size_t begin = code_begin(end_trimmed);
  if (begin == std::string_view::npos || begin == 0) return text;
  const std::string_view before = trimmed(end_trimmed.substr(0, begin));
  // Only after the end of a sentence: "(sic)" inside of one is text.
  const bool is_after_sentence =
      !before.empty() && std::string_view(".!?\"'").find(before.back()) != std::string_view::npos;
  return is_after_sentence || before.ends_with("\xE2\x80\x9D") ? before : text;
}

std::string without_insertions(std::string_view text) {
  constexpr std::string_view kOpenings[] = {"[gambas:", "[video:", "[caption", "[/caption",
                                            "[embed",   "[/embed", "[gallery"};
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('[');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const std::string lower = lower_ascii(text.substr(0, 12));
    const bool is_insertion = std::any_of(std::begin(kOpenings), std::end(kOpenings),
                                          [&](std::string_view opening) { return lower.starts_with(opening); });
    const std::size_t close = is_insertion ? text.find(']') : std::string_view::npos;
    if (close == std::string_view::npos) out += '[';
    text.remove_prefix(close == std::string_view::npos ? 1 : close + 1);
  }
  return folded_space(out);
}

std::size_t pointer_label_begin(std::string_view text) {
  constexpr std::string_view kBrackets = "([ ";
  text = trimmed(text);
  const bool has_colon = text.ends_with(':');
  if (has_colon) text = trimmed(text.substr(0, text.size() - 1));
  constexpr std::size_t kLongestLabel = 12;
  const std::string tail = lower_ascii(text.substr(text.size() - std::min(text.size(), kLongestLabel)));
  for (const std::string_view label : pointer_labels()) {
    const bool needs_colon = label.find(' ') == std::string_view::npos;  // "baca" alone is a verb
    if (!tail.ends_with(label) || (needs_colon && !has_colon)) continue;
    std::size_t begin = text.size() - label.size();
    if (begin > 0 && is_ascii_letter(text[begin - 1])) continue;
    while (begin > 0 && kBrackets.find(text[begin - 1]) != std::string_view::npos) --begin;
    return begin;
  }
  return std::string_view::npos;
}

std::string_view without_trailing_pointer(std::string_view text) {
  constexpr std::size_t kMostWords = 25;
  const std::string lower = lower_ascii(text);
  for (const std::string_view mark : {"baca juga:", "baca juga :", "lihat juga:", "simak juga:"}) {
    const std::size_t at = lower.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view before = trimmed(text.substr(0, at));
    const bool is_quote = before.ends_with('"') || before.ends_with('\'');
    const bool is_opening = is_quote && (before.size() == 1 || before[before.size() - 2] == ' ');
    const bool is_after_sentence =
        !is_opening && (is_quote || before.ends_with("\xE2\x80\x9D") ||
                        std::string_view(".!?)(").find(before.back()) != std::string_view::npos);
    if (is_after_sentence && count_words(text.substr(at)) <= kMostWords)
      return before.ends_with('(') ? trimmed(before.substr(0, before.size() - 1)) : before;
  }
  return text;
}

}  // namespace warta::indexer
