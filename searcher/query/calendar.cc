#include "searcher/query/calendar.h"

#include <algorithm>

namespace warta::searcher {
namespace {

// The same day some months earlier, or the last day of that month where it is shorter.
CivilDate months_before(const CivilDate& date, int months) {
  const int index = date.year * 12 + (date.month - 1) - months;
  const int year = index / 12;
  const int month = index % 12 + 1;
  return CivilDate{year, month, std::min(date.day, days_in_month(year, month))};
}

}  // namespace

int days_in_month(int year, int month) {
  int day = 31;
  while (!is_valid(CivilDate{year, month, day})) --day;
  return day;
}

CivilDate shifted(const CivilDate& date, std::int64_t days) {
  return civil_from_days(days_from_civil(date) + days);
}

DayRange calendar_unit(CalendarUnit unit, int back, const CivilDate& today) {
  switch (unit) {
    case CalendarUnit::day: return DayRange{shifted(today, -back), shifted(today, -back)};
    case CalendarUnit::week: {
      const std::int64_t days = days_from_civil(today);
      const std::int64_t weekday = ((days + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
      const CivilDate monday = civil_from_days(days - weekday - std::int64_t{7} * back);
      return DayRange{monday, shifted(monday, 6)};
    }
    case CalendarUnit::month: {
      const CivilDate month = months_before(CivilDate{today.year, today.month, 1}, back);
      return DayRange{month, CivilDate{month.year, month.month, days_in_month(month.year, month.month)}};
    }
    case CalendarUnit::year: break;
  }
  return DayRange{CivilDate{today.year - back, 1, 1}, CivilDate{today.year - back, 12, 31}};
}

DayRange trailing_units(CalendarUnit unit, int count, const CivilDate& today) {
  switch (unit) {
    case CalendarUnit::day: return DayRange{shifted(today, 1 - std::int64_t{count}), today};
    case CalendarUnit::week: return DayRange{shifted(today, 1 - std::int64_t{7} * count), today};
    case CalendarUnit::month: return DayRange{shifted(months_before(today, count), 1), today};
    case CalendarUnit::year: break;
  }
  return DayRange{shifted(months_before(today, 12 * count), 1), today};
}

}  // namespace warta::searcher
