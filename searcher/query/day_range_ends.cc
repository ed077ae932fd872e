#include "searcher/query/day_range_ends.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text_parts.h"
#include "database/civil_time.h"
#include "searcher/query/date_pieces.h"

namespace warta::searcher {
namespace {

// What parts two days, or stands before an open range; only the first parts a day from nothing. A hyphen without a
// space may stand within a date.
constexpr std::array<std::string_view, 13> kUntil = {"..",       " s.d. ",   " s.d ",   " s/d ", " sd ",
                                                     " sampai ", " hingga ", " until ", " to ",  "\u2013",
                                                     "\u2014",   " -",       "- "};
constexpr std::array<std::string_view, 4> kSince = {"sejak ", "since ", "dari ", "from "};
constexpr std::array<std::string_view, 3> kUpTo = {"sampai ", "hingga ", "until "};

bool is_year(const DatePiece& piece) {
  return piece.is_number && piece.text.size() == 4;
}

// A number that can be a day's: "12", not "2024".
bool is_day(const DatePiece& piece) {
  return piece.is_number && piece.text.size() <= 2;
}

bool is_month(const DatePiece& piece) {
  return month_from_name(piece.text) != 0;
}

// Day, month, or both, in either order: "12", "Mei", "12 Mei", "May 12".
bool lacks_year(const std::vector<DatePiece>& pieces) {
  const auto days = std::ranges::count_if(pieces, is_day);
  const auto months = std::ranges::count_if(pieces, is_month);
  return !pieces.empty() && days <= 1 && months <= 1 && static_cast<std::size_t>(days + months) == pieces.size();
}

// Both ends whole: the first takes month and year from the last, "May 12 - 15, 2024" gives its month to it.
RangeEnds with_what_they_share(std::string_view from_text, std::string_view to_text) {
  RangeEnds ends{std::string(from_text), std::string(to_text)};
  const std::vector<DatePiece> from = split_date(from_text);
  const std::vector<DatePiece> to = split_date(to_text);
  if (to.size() < 2 || !lacks_year(from) || !is_year(to.back())) return ends;
  if (from.size() == 1 && is_day(from[0])) {
    if (to.size() == 3 && is_day(to[0])) ends.from += to_text.substr(to[0].text.size());
    return ends;
  }
  const bool is_month_and_day = from.size() == 2 && is_day(from[1]);
  if (is_month_and_day && to.size() == 2 && is_day(to[0])) {
    ends.to.insert(0, from_text.substr(0, from_text.size() - from[1].text.size()));
  }
  ends.from += " " + to.back().text;
  return ends;
}

}  // namespace

// A word before the first day of two is passed over: "dari Mei sampai Juni 2024".
std::optional<RangeEnds> range_ends(std::string_view text) {
  const std::string folded = lower_ascii(text);
  const auto begins = [&](std::string_view word) { return folded.starts_with(word); };
  const auto* since = std::ranges::find_if(kSince, begins);
  const std::size_t first = since == kSince.end() ? 0 : since->size();
  for (const std::string_view until : kUntil) {
    const std::size_t at = folded.find(until, first);
    if (at == std::string::npos) continue;
    const std::string_view from = trimmed_ascii(text.substr(first, at - first));
    const std::string_view to = trimmed_ascii(text.substr(at + until.size()));
    if (until == kUntil.front() || !(from.empty() || to.empty())) return with_what_they_share(from, to);
  }
  if (first > 0) return RangeEnds{std::string(trimmed_ascii(text.substr(first))), {}};
  const auto* up_to = std::ranges::find_if(kUpTo, begins);
  if (up_to == kUpTo.end()) return std::nullopt;
  return RangeEnds{{}, std::string(trimmed_ascii(text.substr(up_to->size())))};
}

std::optional<RangeEnds> ends_at_hyphen(std::string_view text) {
  const std::size_t at = text.find('-');
  if (at == std::string_view::npos || text.find('-', at + 1) != std::string_view::npos) return std::nullopt;
  return with_what_they_share(text.substr(0, at), text.substr(at + 1));
}

}  // namespace warta::searcher
