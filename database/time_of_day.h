// The time of day in a date as news gives it.
#pragma once

#include <cstdint>
#include <optional>

#include "database/timestamp_scanner.h"

namespace warta {

struct TimeOfDay {
  int hour = 0;  // -1 for one that does not exist, as in 14:30 PM
  int minute = 0;
  int second = 0;
};

// What is known of the date where a time may stand.
enum class DateBefore : std::uint8_t { none, without_year, whole };

// Reads "14:30", "14.30", "14:30:05.123", "2:30 PM", and "143005" behind a whole date; whether the numbers are those of
// a day is left to the caller. Nothing, and the scanner as it was, where no time stands. A point divides hours and
// minutes only behind a date, so that 12.05.2024 stays one.
std::optional<TimeOfDay> read_time_of_day(TimestampScanner& scanner, DateBefore date);

}  // namespace warta
