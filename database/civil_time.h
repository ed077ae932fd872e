// Strict dates and times in the zones of Indonesia. What does not exist (30 February) is an error, never a guess.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta {

inline constexpr std::int16_t kWibOffsetMinutes = 7 * 60;
inline constexpr std::int16_t kWitaOffsetMinutes = 8 * 60;
inline constexpr std::int16_t kWitOffsetMinutes = 9 * 60;

// A moment, with the zone in which it was written. Without a time of day the moment is that day's first second.
struct Timestamp {
  std::int64_t epoch_seconds = 0;
  std::int16_t offset_minutes = kWibOffsetMinutes;
  bool has_time = false;

  bool operator==(const Timestamp&) const = default;
};

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  auto operator<=>(const CivilDate&) const = default;
};

// Days since 1970-01-01, and back (proleptic Gregorian calendar; std::chrono's year_month_day underneath).
std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t days);
bool is_valid(const CivilDate& date);

// The day that it is at a moment in a zone.
CivilDate local_day(std::int64_t epoch_seconds, int offset_minutes);

// The second since 1970 by which an article is found and sorted: where the time of day is unknown, the noon of its day,
// so that it is that day in all zones of Indonesia.
std::int64_t moment_of(const Timestamp& timestamp);

// 1 to 12 for an Indonesian or English month name or its abbreviation in any case ("Mei", "agustus", "Okt"), else 0.
int month_from_name(std::string_view name);

// Reads the shapes in which news gives its dates: ISO 8601 and RFC 3339, RFC 822/2822, "Senin, 12 Mei 2024 | 14:30
// WIB", "12 Mei 2024 14.30", "12/05/2024 14:30" (day first), "2024-05-12 14:30:00", epoch seconds or milliseconds. A
// missing zone is default_offset_minutes. Errors (ExitCode::input_skipped) say what does not exist or cannot be read.
Result<Timestamp> parse_timestamp(std::string_view text, std::int16_t default_offset_minutes = kWibOffsetMinutes);

// The same of text that is known to be a date, as the field of a record. It may also begin with a word that says so
// ("Diterbitkan 5 Mei 2024"), have its time in brackets ("5 Mei 2024 (10:15)") or a year of two digits ("05/02/24",
// the day first; 00 to 49 are 20xx): in running text these would be guesses.
Result<Timestamp> parse_timestamp_field(std::string_view text, std::int16_t default_offset_minutes = kWibOffsetMinutes);

// "2024-05-12T14:30:00+07:00", or "2024-05-12" where the time of day is unknown ("2024-05-12+09:00" where
// the zone is not WIB either); parse_timestamp reads it back without loss.
std::string to_iso8601(const Timestamp& timestamp);

// "12 Mei 2024, 14.30 WIB" (Indonesian) or "12 May 2024, 14:30 WIB", in the zone given; the time only where it is
// known.
std::string to_display(const Timestamp& timestamp, std::int16_t offset_minutes = kWibOffsetMinutes);

}  // namespace warta
