#include "searcher/query/day_range.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"
#include "base/text_parts.h"
#include "searcher/query/date_pieces.h"
#include "searcher/query/day_range_ends.h"
#include "searcher/query/relative_days.h"

namespace warta::searcher {
namespace {

using Parsed = tl::expected<DayRange, DayRangeError>;

constexpr std::int64_t kSecondsPerDay = 86400;

Parsed no_such_date(std::string_view text, std::string reason) {
  return tl::unexpected(DayRangeError{
      false, localized_format("the date {} does not exist: {}", "tanggal {} tidak ada: {}", text, reason)});
}

Parsed unreadable(std::string_view text) {
  return tl::unexpected(
      DayRangeError{true, localized_format("cannot read \"{}\" as a date; write 2024, 2024-05, 2024-05-12, 12/05/2024, "
                                           "Mei2024, 2024-01-01..2024-03-31, kemarin or 7-hari-terakhir",
                                           "\"{}\" tidak terbaca sebagai tanggal; tulis 2024, 2024-05, 2024-05-12, "
                                           "12/05/2024, Mei2024, 2024-01-01..2024-03-31, kemarin atau 7-hari-terakhir",
                                           text)});
}

Parsed whole_year(int year, std::string_view text) {
  if (year < 1000) return unreadable(text);
  return DayRange{CivilDate{year, 1, 1}, CivilDate{year, 12, 31}};
}

Parsed whole_month(int year, int month, std::string_view text) {
  if (year < 1000) return unreadable(text);
  if (month < 1 || month > 12) {
    return no_such_date(text, localized("a year has 12 months", "setahun ada 12 bulan"));
  }
  return DayRange{CivilDate{year, month, 1}, CivilDate{year, month, days_in_month(year, month)}};
}

Parsed one_day(int year, int month, int day, std::string_view text) {
  if (year >= 0 && year < 100) year += 2000;
  const Parsed month_range = whole_month(year, month, text);
  if (!month_range) return month_range;
  const CivilDate date{year, month, day};
  if (!is_valid(date)) {
    return no_such_date(text,
                        localized_format("that month has {} days", "bulan itu ada {} hari", month_range->last->day));
  }
  return DayRange{date, date};
}

std::string shape_of(const std::vector<DatePiece>& pieces) {
  std::string shape;
  for (const DatePiece& piece : pieces) shape += piece.is_number ? 'n' : 'a';
  return shape;
}

// 2024, 2024-05, 05/2024, 2024-05-12, 12/05/2024. Spaces part no numbers: "2024 5 orang" says a year, and more. Two
// years are no date.
Parsed numeric_date(const std::vector<DatePiece>& pieces, std::string_view text) {
  const int a = number_of(pieces[0]);
  const int b = pieces.size() > 1 ? number_of(pieces[1]) : 0;
  const int c = pieces.size() > 2 ? number_of(pieces[2]) : 0;
  const bool year_first = pieces[0].text.size() == 4;
  const bool year_last = pieces.back().text.size() == 4;
  const bool has_space = std::ranges::any_of(pieces, [](const DatePiece& piece) { return piece.separator == ' '; });
  if (a < 0 || b < 0 || c < 0 || has_space) return unreadable(text);
  switch (pieces.size()) {
    case 1: return year_first ? whole_year(a, text) : unreadable(text);
    case 2:
      if (year_first && !year_last) return whole_month(a, b, text);
      return year_last && !year_first ? whole_month(b, a, text) : unreadable(text);
    default: return year_first ? one_day(a, b, c, text) : one_day(c, b, a, text);
  }
}

// Mei 2024, 12 Mei 2024, May 12, 2024, 2024 Mei 12.
Parsed named_month_date(const std::vector<DatePiece>& pieces, std::string_view text) {
  const std::string shape = shape_of(pieces);
  const auto month_at = [&](std::size_t at) { return month_from_name(pieces[at].text); };
  if (shape == "an" && pieces[1].text.size() == 4 && month_at(0) != 0) {
    return whole_month(number_of(pieces[1]), month_at(0), text);
  }
  if (shape == "na" && pieces[0].text.size() == 4 && month_at(1) != 0) {
    return whole_month(number_of(pieces[0]), month_at(1), text);
  }
  if (shape == "nan" && month_at(1) != 0 && number_of(pieces[2]) >= 0) {
    const bool year_first = pieces[0].text.size() == 4;
    return one_day(number_of(pieces[year_first ? 0 : 2]), month_at(1), number_of(pieces[year_first ? 2 : 0]), text);
  }
  if (shape == "ann" && pieces[2].text.size() == 4 && month_at(0) != 0) {
    return one_day(number_of(pieces[2]), month_at(0), number_of(pieces[1]), text);
  }
  return unreadable(text);
}

Parsed parse_single(std::string_view text, const CivilDate& today) {
  const std::vector<DatePiece> pieces = split_date(text);
  if (pieces.empty()) return unreadable(text);
  if (const std::optional<DayRange> range = relative_days(pieces, today)) return *range;
  if (is_before_our_era(pieces, today)) {
    return no_such_date(text, localized("that is before the year 1", "itu sebelum tahun 1"));
  }
  if (pieces.size() > 3) return unreadable(text);
  const bool has_letters = shape_of(pieces).find('a') != std::string::npos;
  return has_letters ? named_month_date(pieces, text) : numeric_date(pieces, text);
}

Parsed parse_range(const RangeEnds& ends, std::string_view text, const CivilDate& today) {
  const auto& [from, to] = ends;
  if (from.empty() && to.empty()) return unreadable(text);
  DayRange range;
  if (!from.empty()) {
    const Parsed days = parse_single(from, today);
    if (!days) return days;
    range.first = days->first;
  }
  if (!to.empty()) {
    const Parsed days = parse_single(to, today);
    if (!days) return days;
    range.last = days->last;
  }
  if (range.first && range.last && *range.last < *range.first) {
    return tl::unexpected(
        DayRangeError{false, localized_format("the range ends before it begins; write {}..{}",
                                              "rentang berakhir sebelum mulai; tulis {}..{}", to, from)});
  }
  return range;
}

std::string iso(const CivilDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace

tl::expected<DayRange, DayRangeError> parse_day_range(std::string_view text, const CivilDate& today) {
  const std::string_view whole = trimmed_ascii(text);
  if (const std::optional<RangeEnds> ends = range_ends(whole)) return parse_range(*ends, whole, today);
  Parsed single = parse_single(whole, today);
  if (single || !single.error().is_unreadable) return single;
  const std::optional<RangeEnds> ends = ends_at_hyphen(whole);
  if (!ends) return single;
  Parsed range = parse_range(*ends, whole, today);
  return range || !range.error().is_unreadable ? range : single;
}

std::string to_string(const DayRange& days) {
  if (days.first == days.last && days.first) return iso(*days.first);
  return (days.first ? iso(*days.first) : "") + ".." + (days.last ? iso(*days.last) : "");
}

std::optional<std::int64_t> first_second(const DayRange& days, int offset_minutes) {
  if (!days.first) return std::nullopt;
  return days_from_civil(*days.first) * kSecondsPerDay - std::int64_t{60} * offset_minutes;
}

std::optional<std::int64_t> last_second(const DayRange& days, int offset_minutes) {
  if (!days.last) return std::nullopt;
  return (days_from_civil(*days.last) + 1) * kSecondsPerDay - 1 - std::int64_t{60} * offset_minutes;
}

}  // namespace warta::searcher
