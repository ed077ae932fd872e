#include "searcher/query/day_range.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"

namespace warta::searcher {
namespace {

using Parsed = tl::expected<DayRange, DayRangeError>;

constexpr std::int64_t kSecondsPerDay = 86400;

enum class Unit : std::uint8_t { day, week, month, year };

struct UnitWord {
  std::string_view word;
  Unit unit;
};

constexpr std::array kUnitWords = {
    UnitWord{"hari", Unit::day},     UnitWord{"day", Unit::day},     UnitWord{"days", Unit::day},
    UnitWord{"minggu", Unit::week},  UnitWord{"pekan", Unit::week},  UnitWord{"week", Unit::week},
    UnitWord{"weeks", Unit::week},   UnitWord{"bulan", Unit::month}, UnitWord{"month", Unit::month},
    UnitWord{"months", Unit::month}, UnitWord{"tahun", Unit::year},  UnitWord{"year", Unit::year},
    UnitWord{"years", Unit::year},
};

enum class Relation : std::uint8_t { current, previous, trailing };

struct RelationWord {
  std::string_view word;
  Relation relation;
};

constexpr std::array kRelationWords = {
    RelationWord{"ini", Relation::current},       RelationWord{"this", Relation::current},
    RelationWord{"lalu", Relation::previous},     RelationWord{"kemarin", Relation::previous},
    RelationWord{"last", Relation::previous},     RelationWord{"previous", Relation::previous},
    RelationWord{"terakhir", Relation::trailing}, RelationWord{"belakangan", Relation::trailing},
    RelationWord{"past", Relation::trailing},
};

struct NamedDay {
  std::string_view word;
  int days_from_today;
};

constexpr std::array kNamedDays = {NamedDay{"hariini", 0}, NamedDay{"today", 0}, NamedDay{"kemarin", -1},
                                   NamedDay{"yesterday", -1}};

// Digits or letters that stand together, and the character before them.
struct Piece {
  std::string text;
  bool is_number = false;
  char separator = '\0';
};

// Empty when something else than digits, letters and separators between them stands in the text.
std::vector<Piece> split(std::string_view text) {
  std::vector<Piece> pieces;
  char separator = '\0';
  for (std::size_t i = 0; i < text.size();) {
    const bool number = is_ascii_digit(text[i]);
    if (!number && !is_ascii_letter(text[i])) {
      if (std::string_view(" -_/.,").find(text[i]) == std::string_view::npos) return {};
      separator = text[i++];
      continue;
    }
    Piece piece{{}, number, separator};
    while (i < text.size() && (number ? is_ascii_digit(text[i]) : is_ascii_letter(text[i]))) {
      piece.text += lower_ascii(text[i++]);
    }
    pieces.push_back(std::move(piece));
    separator = '\0';
  }
  if (separator != '\0' || (!pieces.empty() && pieces.front().separator != '\0')) return {};
  return pieces;
}

// -1 for more digits than a year or a count can have.
int number_of(const Piece& piece) {
  int value = -1;
  if (piece.text.size() > 4) return -1;
  std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), value);
  return value;
}

int days_in_month(int year, int month) {
  int day = 31;
  while (!is_valid(CivilDate{year, month, day})) --day;
  return day;
}

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

CivilDate shifted(const CivilDate& date, std::int64_t days) {
  return civil_from_days(days_from_civil(date) + days);
}

// The same day some months earlier, or the last day of that month where it is shorter.
CivilDate months_before(const CivilDate& date, int months) {
  const int index = date.year * 12 + (date.month - 1) - months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  return CivilDate{year, month, std::min(date.day, days_in_month(year, month))};
}

// The day, week (Monday to Sunday), month or year that lies `back` units before the one of today.
DayRange calendar_unit(Unit unit, int back, const CivilDate& today) {
  switch (unit) {
    case Unit::day: return DayRange{shifted(today, -back), shifted(today, -back)};
    case Unit::week: {
      const std::int64_t days = days_from_civil(today);
      const std::int64_t weekday = ((days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
      const CivilDate monday = civil_from_days(days - weekday - std::int64_t{7} * back);
      return DayRange{monday, shifted(monday, 6)};
    }
    case Unit::month: {
      const CivilDate month = months_before(CivilDate{today.year, today.month, 1}, back);
      return DayRange{month, CivilDate{month.year, month.month, days_in_month(month.year, month.month)}};
    }
    case Unit::year: break;
  }
  return DayRange{CivilDate{today.year - back, 1, 1}, CivilDate{today.year - back, 12, 31}};
}

// The last `count` units up to today, which is included: seven days are today and the six before it.
DayRange trailing_units(Unit unit, int count, const CivilDate& today) {
  switch (unit) {
    case Unit::day: return DayRange{shifted(today, 1 - count), today};
    case Unit::week: return DayRange{shifted(today, 1 - std::int64_t{7} * count), today};
    case Unit::month: return DayRange{shifted(months_before(today, count), 1), today};
    case Unit::year: break;
  }
  return DayRange{shifted(months_before(today, 12 * count), 1), today};
}

std::optional<Unit> unit_of(std::string_view word) {
  const auto* row = std::ranges::find(kUnitWords, word, &UnitWord::word);
  return row == kUnitWords.end() ? std::nullopt : std::optional(row->unit);
}

std::optional<Relation> relation_of(std::string_view word) {
  const auto* row = std::ranges::find(kRelationWords, word, &RelationWord::word);
  return row == kRelationWords.end() ? std::nullopt : std::optional(row->relation);
}

// "minggu lalu", "last week", "7 hari terakhir", "last 7 days": a unit and a relation in either order, and a count.
std::optional<DayRange> relative_range(const std::vector<Piece>& pieces, const CivilDate& today) {
  std::optional<Unit> unit;
  std::optional<Relation> relation;
  std::optional<int> count;
  for (const Piece& piece : pieces) {
    if (piece.is_number && !count) {
      count = number_of(piece);
    } else if (!unit && unit_of(piece.text)) {
      unit = unit_of(piece.text);
    } else if (!relation && relation_of(piece.text)) {
      relation = relation_of(piece.text);
    } else {
      return std::nullopt;
    }
  }
  if (!unit || !relation || (count && *count < 1)) return std::nullopt;
  if (count) return relation == Relation::current ? std::nullopt : std::optional(trailing_units(*unit, *count, today));
  if (relation == Relation::trailing) return trailing_units(*unit, 1, today);
  return calendar_unit(*unit, relation == Relation::previous ? 1 : 0, today);
}

std::string shape_of(const std::vector<Piece>& pieces) {
  std::string shape;
  for (const Piece& piece : pieces) shape += piece.is_number ? 'n' : 'a';
  return shape;
}

Parsed numeric_date(const std::vector<Piece>& pieces, std::string_view text) {
  const int a = number_of(pieces[0]);
  const int b = pieces.size() > 1 ? number_of(pieces[1]) : 0;
  const int c = pieces.size() > 2 ? number_of(pieces[2]) : 0;
  const bool year_first = pieces[0].text.size() == 4;
  if (a < 0 || b < 0 || c < 0) return unreadable(text);
  switch (pieces.size()) {
    case 1: return year_first ? whole_year(a, text) : unreadable(text);
    case 2:
      if (year_first) return whole_month(a, b, text);
      return pieces[1].text.size() == 4 ? whole_month(b, a, text) : unreadable(text);
    default: return year_first ? one_day(a, b, c, text) : one_day(c, b, a, text);
  }
}

Parsed parse_single(std::string_view text, const CivilDate& today) {
  const std::vector<Piece> pieces = split(text);
  if (pieces.empty() || pieces.size() > 3) return unreadable(text);
  std::string letters;
  for (const Piece& piece : pieces) letters += piece.text;
  const auto* named = std::ranges::find(kNamedDays, std::string_view(letters), &NamedDay::word);
  if (named != kNamedDays.end()) {
    return DayRange{shifted(today, named->days_from_today), shifted(today, named->days_from_today)};
  }
  if (const std::optional<DayRange> range = relative_range(pieces, today)) return *range;

  const std::string shape = shape_of(pieces);
  if (shape.find('a') == std::string::npos) return numeric_date(pieces, text);
  if (shape == "an" && pieces[1].text.size() == 4 && month_from_name(pieces[0].text) != 0) {
    return whole_month(number_of(pieces[1]), month_from_name(pieces[0].text), text);
  }
  if (shape == "nan" && month_from_name(pieces[1].text) != 0 && number_of(pieces[2]) >= 0) {
    return one_day(number_of(pieces[2]), month_from_name(pieces[1].text), number_of(pieces[0]), text);
  }
  return unreadable(text);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string iso(const CivilDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace

tl::expected<DayRange, DayRangeError> parse_day_range(std::string_view text, const CivilDate& today) {
  const std::string_view whole = trimmed(text);
  const std::size_t dots = whole.find("..");
  if (dots == std::string_view::npos) return parse_single(whole, today);
  const std::string_view from = trimmed(whole.substr(0, dots));
  const std::string_view to = trimmed(whole.substr(dots + 2));
  if (from.empty() && to.empty()) return unreadable(whole);

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
