// Calendar arithmetic, month names and the written forms of a timestamp. Reading them is in timestamp_parser.cc.
#include "database/civil_time.h"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"

namespace warta {
namespace {

constexpr std::int64_t kSecondsPerDay = 24 * 60 * 60;

std::chrono::year_month_day to_chrono(const CivilDate& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

struct MonthNames {
  std::string_view indonesian;
  std::string_view english;
};

constexpr std::array<MonthNames, 12> kMonths = {{
    {"Januari", "January"},
    {"Februari", "February"},
    {"Maret", "March"},
    {"April", "April"},
    {"Mei", "May"},
    {"Juni", "June"},
    {"Juli", "July"},
    {"Agustus", "August"},
    {"September", "September"},
    {"Oktober", "October"},
    {"November", "November"},
    {"Desember", "December"},
}};

struct MonthAlias {
  std::string_view name;  // lower case
  int month;
};

// Abbreviations that are no prefix of three letters or more, and spellings that newsrooms use beside the standard.
constexpr MonthAlias kMonthAliases[] = {
    {"pebruari", 2}, {"peb", 2}, {"agt", 8}, {"agst", 8}, {"ags", 8}, {"nopember", 11}, {"nop", 11},
};

// True when name begins like full, in any case: "Okt" and "Oktober" for "Oktober".
bool abbreviates(std::string_view name, std::string_view full) {
  if (name.size() > full.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower_ascii(name[i]) != lower_ascii(full[i])) return false;
  }
  return true;
}

struct WallClock {
  CivilDate date;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

WallClock wall_clock(std::int64_t epoch_seconds, int offset_minutes) {
  const std::int64_t local = epoch_seconds + std::int64_t{offset_minutes} * 60;
  const std::int64_t days = (local >= 0 ? local : local - (kSecondsPerDay - 1)) / kSecondsPerDay;
  const auto second_of_day = static_cast<int>(local - days * kSecondsPerDay);
  return {civil_from_days(days), second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60};
}

std::string iso_offset(std::int16_t offset_minutes) {
  const int magnitude = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return fmt::format("{}{:02}:{:02}", offset_minutes < 0 ? '-' : '+', magnitude / 60, magnitude % 60);
}

std::string zone_name(std::int16_t offset_minutes) {
  switch (offset_minutes) {
    case kWibOffsetMinutes: return "WIB";
    case kWitaOffsetMinutes: return "WITA";
    case kWitOffsetMinutes: return "WIT";
    case 0: return "UTC";
    default: return "UTC" + iso_offset(offset_minutes);
  }
}

}  // namespace

std::int64_t days_from_civil(const CivilDate& date) {
  return std::chrono::sys_days(to_chrono(date)).time_since_epoch().count();
}

CivilDate civil_from_days(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool is_valid(const CivilDate& date) {
  const bool is_in_range =
      date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return is_in_range && to_chrono(date).ok();
}

CivilDate local_day(std::int64_t epoch_seconds, int offset_minutes) {
  return wall_clock(epoch_seconds, offset_minutes).date;
}

std::int64_t moment_of(const Timestamp& timestamp) {
  constexpr std::int64_t kHalfDaySeconds = 12 * 60 * 60;
  return timestamp.epoch_seconds + (timestamp.has_time ? 0 : kHalfDaySeconds);
}

int month_from_name(std::string_view name) {
  if (!name.empty() && name.back() == '.') name.remove_suffix(1);  // "Sept."
  if (name.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (abbreviates(name, kMonths[i].indonesian) || abbreviates(name, kMonths[i].english)) {
      return static_cast<int>(i) + 1;
    }
  }
  for (const MonthAlias& alias : kMonthAliases) {
    if (alias.name.size() == name.size() && abbreviates(name, alias.name)) return alias.month;
  }
  return 0;
}

std::string to_iso8601(const Timestamp& timestamp) {
  const WallClock clock = wall_clock(timestamp.epoch_seconds, timestamp.offset_minutes);
  std::string out = fmt::format("{:04}-{:02}-{:02}", clock.date.year, clock.date.month, clock.date.day);
  if (timestamp.has_time) out += fmt::format("T{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second);
  const bool is_zone_needed = timestamp.has_time || timestamp.offset_minutes != kWibOffsetMinutes;
  return is_zone_needed ? out + iso_offset(timestamp.offset_minutes) : out;
}

std::string to_display(const Timestamp& timestamp, std::int16_t offset_minutes) {
  const bool is_indonesian = language() == Language::indonesian;
  // A day without a time of day is the same day everywhere: another zone must not move it.
  const WallClock clock =
      wall_clock(timestamp.epoch_seconds, timestamp.has_time ? offset_minutes : timestamp.offset_minutes);
  const MonthNames& month = kMonths[static_cast<std::size_t>(clock.date.month - 1)];
  std::string out =
      fmt::format("{} {} {}", clock.date.day, is_indonesian ? month.indonesian : month.english, clock.date.year);
  if (timestamp.has_time) {
    out += fmt::format(", {:02}{}{:02} {}", clock.hour, is_indonesian ? '.' : ':', clock.minute,
                       zone_name(offset_minutes));
  }
  return out;
}

}  // namespace warta
