#include "searcher/query/relative_days.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace warta::searcher {
namespace {

struct UnitWord {
  std::string_view word;
  CalendarUnit unit;
  int count = 0;  // that the word says itself
};

constexpr std::array kUnitWords = {
    UnitWord{"hari", CalendarUnit::day},         UnitWord{"day", CalendarUnit::day},
    UnitWord{"days", CalendarUnit::day},         UnitWord{"minggu", CalendarUnit::week},
    UnitWord{"pekan", CalendarUnit::week},       UnitWord{"week", CalendarUnit::week},
    UnitWord{"weeks", CalendarUnit::week},       UnitWord{"bulan", CalendarUnit::month},
    UnitWord{"month", CalendarUnit::month},      UnitWord{"months", CalendarUnit::month},
    UnitWord{"tahun", CalendarUnit::year},       UnitWord{"year", CalendarUnit::year},
    UnitWord{"years", CalendarUnit::year},       UnitWord{"sehari", CalendarUnit::day, 1},
    UnitWord{"seminggu", CalendarUnit::week, 1}, UnitWord{"sepekan", CalendarUnit::week, 1},
    UnitWord{"sebulan", CalendarUnit::month, 1}, UnitWord{"setahun", CalendarUnit::year, 1},
};

struct NumberWord {
  std::string_view indonesian;
  std::string_view english;
};

constexpr std::array kNumberWords = {
    NumberWord{"satu", "one"},    NumberWord{"dua", "two"},       NumberWord{"tiga", "three"},
    NumberWord{"empat", "four"},  NumberWord{"lima", "five"},     NumberWord{"enam", "six"},
    NumberWord{"tujuh", "seven"}, NumberWord{"delapan", "eight"}, NumberWord{"sembilan", "nine"},
    NumberWord{"sepuluh", "ten"},
};

enum class Relation : std::uint8_t {
  current,   // the unit of today
  previous,  // the one before; with a number the units up to today ("last 7 days")
  ago,       // the one before; with a number the one so far back ("7 hari lalu")
  trailing,  // up to today
};

struct RelationWord {
  std::string_view word;
  Relation relation;
};

constexpr std::array kRelationWords = {
    RelationWord{"ini", Relation::current},
    RelationWord{"this", Relation::current},
    RelationWord{"lalu", Relation::ago},
    RelationWord{"ago", Relation::ago},
    RelationWord{"kemarin", Relation::previous},
    RelationWord{"last", Relation::previous},
    RelationWord{"previous", Relation::previous},
    RelationWord{"terakhir", Relation::trailing},
    RelationWord{"belakangan", Relation::trailing},
    RelationWord{"past", Relation::trailing},
};

struct NamedDay {
  std::string_view word;
  int days_from_today;
};

constexpr std::array kNamedDays = {NamedDay{"hariini", 0}, NamedDay{"today", 0},    NamedDay{"sekarang", 0},
                                   NamedDay{"now", 0},     NamedDay{"kemarin", -1}, NamedDay{"yesterday", -1}};

// "yang lalu", "belakangan ini", "the last week": words that add nothing.
bool is_filling(std::string_view word, std::optional<Relation> relation) {
  return word == "yang" || word == "the" || (word == "ini" && relation == Relation::trailing);
}

template <typename Rows>
const auto* row_of(const Rows& rows, std::string_view word) {
  const auto* row = std::ranges::find_if(rows, [&](const auto& candidate) { return candidate.word == word; });
  return row == rows.end() ? nullptr : row;
}

std::optional<int> count_of(const DatePiece& piece) {
  if (piece.is_number) return number_of(piece);
  for (std::size_t i = 0; i < kNumberWords.size(); ++i) {
    if (piece.text == kNumberWords[i].indonesian || piece.text == kNumberWords[i].english) {
      return static_cast<int>(i + 1);
    }
  }
  return std::nullopt;
}

// What the pieces say, each at most once.
struct Reading {
  std::optional<CalendarUnit> unit;
  std::optional<Relation> relation;
  std::optional<int> count;

  bool read(const DatePiece& piece) {
    if (is_filling(piece.text, relation)) return true;
    if (const std::optional<int> number = count_of(piece)) {
      if (count || unit) return false;
      count = number;
      return true;
    }
    if (const UnitWord* row = row_of(kUnitWords, piece.text)) {
      if (unit || (count && row->count > 0)) return false;
      unit = row->unit;
      if (row->count > 0) count = row->count;
      return true;
    }
    const RelationWord* row = row_of(kRelationWords, piece.text);
    if (row == nullptr || relation) return false;
    relation = row->relation;
    return true;
  }
};

// Empty where the pieces say something else than a stretch of time and where it lies.
std::optional<Reading> read_all(std::span<const DatePiece> pieces) {
  Reading reading;
  const bool is_read = std::ranges::all_of(pieces, [&](const DatePiece& piece) { return reading.read(piece); });
  return is_read && reading.unit && reading.relation ? std::optional(reading) : std::nullopt;
}

bool is_too_long_ago(const Reading& reading, const CivilDate& today) {
  return *reading.unit == CalendarUnit::year && reading.count.value_or(1) >= today.year;
}

std::optional<DayRange> range_of(const Reading& reading, const CivilDate& today) {
  const int count = reading.count.value_or(1);
  if (count < 1 || is_too_long_ago(reading, today)) return std::nullopt;
  switch (*reading.relation) {
    case Relation::current: return reading.count ? std::nullopt : std::optional(calendar_unit(*reading.unit, 0, today));
    case Relation::previous:
      return reading.count ? trailing_units(*reading.unit, count, today) : calendar_unit(*reading.unit, 1, today);
    case Relation::ago: return calendar_unit(*reading.unit, count, today);
    case Relation::trailing: break;
  }
  return trailing_units(*reading.unit, count, today);
}

}  // namespace

std::optional<DayRange> relative_days(std::span<const DatePiece> pieces, const CivilDate& today) {
  std::string letters;
  for (const DatePiece& piece : pieces) letters += piece.text;
  if (const NamedDay* named = row_of(kNamedDays, letters)) {
    const CivilDate day = shifted(today, named->days_from_today);
    return DayRange{day, day};
  }
  const std::optional<Reading> reading = read_all(pieces);
  return reading ? range_of(*reading, today) : std::nullopt;
}

bool is_before_our_era(std::span<const DatePiece> pieces, const CivilDate& today) {
  const std::optional<Reading> reading = read_all(pieces);
  return reading && is_too_long_ago(*reading, today);
}

}  // namespace warta::searcher
