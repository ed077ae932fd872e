// Stretches of the calendar: days, weeks, months and years, and how far they lie from a day.
#pragma once

#include <cstdint>
#include <optional>

#include "database/civil_time.h"

namespace warta::searcher {

// Days in the reader's zone, both ends included; an absent end is open.
struct DayRange {
  std::optional<CivilDate> first;
  std::optional<CivilDate> last;

  bool operator==(const DayRange&) const = default;
};

enum class CalendarUnit : std::uint8_t { day, week, month, year };

// 28 to 31; month is 1 to 12, year 1 to 9999.
int days_in_month(int year, int month);

CivilDate shifted(const CivilDate& date, std::int64_t days);

// What follows must not begin before the year 1.
// The day, week (Monday to Sunday), month or year that lies `back` units before the one of today.
DayRange calendar_unit(CalendarUnit unit, int back, const CivilDate& today);

// The last `count` units up to today, which is included: seven days are today and the six before it.
DayRange trailing_units(CalendarUnit unit, int count, const CivilDate& today);

}  // namespace warta::searcher
