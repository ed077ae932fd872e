// Dates as a query gives them: a day, a month, a year, a range of these, or words that count from today.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "searcher/query/calendar.h"

namespace warta::searcher {

struct DayRangeError {
  bool is_unreadable = true;  // else it was read as a date, but does not exist or is reversed
  std::string message;        // in the language of the person, with what would be right
};

// Reads 2024, 2024-05, 2024-05-12, 12/05/2024 (day first), "12 Mei 2024", "May 12, 2024", Mei2024, the words of
// relative_days, and ranges of these: 2024-01..2024-03, ..2024, 2024.., "1 - 3 Mei 2024", "Mei sampai Juni 2024",
// "sejak 2024". Hyphens and underscores stand for the spaces between words.
tl::expected<DayRange, DayRangeError> parse_day_range(std::string_view text, const CivilDate& today);

// "2024-05-12", "2024-05-01..2024-05-31", "2024-05-01.."; parse_day_range reads it back.
std::string to_string(const DayRange& days);

// Seconds since the epoch at which the range begins, and the last one that belongs to it, in the zone.
std::optional<std::int64_t> first_second(const DayRange& days, int offset_minutes);
std::optional<std::int64_t> last_second(const DayRange& days, int offset_minutes);

}  // namespace warta::searcher
