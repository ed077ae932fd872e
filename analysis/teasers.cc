#include "analysis/teasers.h"

#include <algorithm>
#include <array>

#include "analysis/glued_words.h"
#include "base/ascii.h"

namespace warta::analysis {
namespace {

// What introduces titles, and of how many words they are at most. Most stand in one line with the text.
struct Mark {
  std::string_view first;
  std::string_view second;
  bool has_colon;
  std::size_t most_words;
};

constexpr std::array kMarks = {
    Mark{"baca", "juga", true, 20},   Mark{"lihat", "juga", true, 20},
    Mark{"simak", "juga", true, 20},  Mark{"saksikan", "juga", true, 20},
    Mark{"tonton", "juga", true, 20}, Mark{"pilihan", "redaksi", false, 40},  // several titles
};

// What the second words begin with; editors write theirs with a capital.
constexpr std::array kInitials = {'j', 'J', 'R'};

// May stand between a mark and its colon.
constexpr std::string_view kVideo = "video";

// An abbreviation like "Dr." or "vs." ends no title.
constexpr std::size_t kMostAbbreviated = 4;

constexpr std::size_t kNone = std::string_view::npos;

bool begins_with(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char expected, char c) { return expected == lower_ascii(c); });
}

std::size_t skip_gaps(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_gap(text[at])) ++at;
  return at;
}

// Where the mark begins whose second word is at `second`; kNone where its first is not before it. It may be glued to
// what stands before: "katanya.Baca juga:", "MaafBaca juga:", but "membaca juga:" is none.
std::size_t begin_of_mark(std::string_view text, std::size_t second, std::string_view first) {
  std::size_t end = second;
  while (end > 0 && is_ascii_gap(text[end - 1])) --end;
  if (end == second || end < first.size()) return kNone;
  const std::size_t begin = end - first.size();
  if (!begins_with(text.substr(begin), first)) return kNone;
  const bool is_inside = begin > 0 && is_ascii_letter(text[begin - 1]) && text[begin] == lower_ascii(text[begin]);
  return is_inside ? kNone : begin;
}

// Behind the colon of "juga:", "juga :" or "juga Video:"; kNone where there is none.
std::size_t behind_colon(std::string_view text, std::size_t at) {
  at = skip_gaps(text, at);
  if (begins_with(text.substr(at), kVideo)) at = skip_gaps(text, at + kVideo.size());
  return at < text.size() && text[at] == ':' ? at + 1 : kNone;
}

// A title may ask or exclaim in its midst.
bool ends_title(std::string_view chunk) {
  return chunk.size() > kMostAbbreviated && chunk.back() == '.';
}

std::size_t end_of_titles(std::string_view text, std::size_t at, const Mark& mark) {
  at = skip_gaps(text, at);  // the title may stand on the line below
  for (std::size_t words = 0; words < mark.most_words && at < text.size(); ++words) {
    const std::size_t begin = at;
    while (at < text.size() && !is_ascii_gap(text[at])) ++at;
    const std::string_view chunk = text.substr(begin, at - begin);
    if (ends_title(chunk)) break;
    if (const auto parts = glued_words(chunk); mark.has_colon && !parts.empty()) return begin + parts.front().size();
    const std::size_t next = skip_gaps(text, at);
    if (text.substr(at, next - at).find('\n') != kNone) break;
    at = next;
  }
  return at;
}

// The titles behind a mark whose second word is at `at`; of no bytes where there is none.
TextSpan teaser_at(std::string_view text, std::size_t at) {
  for (const Mark& mark : kMarks) {
    if (!begins_with(text.substr(at), mark.second)) continue;
    const std::size_t begin = begin_of_mark(text, at, mark.first);
    if (begin == kNone) continue;
    const std::size_t behind = at + mark.second.size();
    const std::size_t title = mark.has_colon ? behind_colon(text, behind) : behind;
    if (title != kNone) return {begin, end_of_titles(text, title, mark)};
  }
  return {at, at};
}

}  // namespace

void find_teasers(std::string_view text, std::vector<TextSpan>& spans) {
  spans.clear();
  std::array<std::size_t, kInitials.size()> next{};
  for (std::size_t i = 0; i < next.size(); ++i) next[i] = text.find(kInitials[i]);
  for (;;) {
    std::size_t& nearest = *std::ranges::min_element(next);
    if (nearest == kNone) break;
    const TextSpan teaser = teaser_at(text, nearest);
    nearest = text.find(text[nearest], nearest + 1);
    if (teaser.begin == teaser.end) continue;
    if (!spans.empty() && teaser.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, teaser.end);
    } else {
      spans.push_back(teaser);
    }
  }
}

}  // namespace warta::analysis
