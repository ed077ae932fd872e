#include "database/timestamp_scanner.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "database/civil_time.h"

namespace warta {
namespace {

struct Zone {
  std::string_view name;  // lower case
  int offset_minutes;
};

// Indonesia's zones and those that RFC 822 names.
constexpr Zone kZones[] = {
    {"wib", kWibOffsetMinutes},
    {"wita", kWitaOffsetMinutes},
    {"wit", kWitOffsetMinutes},
    {"z", 0},
    {"utc", 0},
    {"gmt", 0},
    {"ut", 0},
    {"est", -5 * 60},
    {"edt", -4 * 60},
    {"cst", -6 * 60},
    {"cdt", -5 * 60},
    {"mst", -7 * 60},
    {"mdt", -6 * 60},
    {"pst", -8 * 60},
    {"pdt", -7 * 60},
};

// Words that may stand around a date and say nothing about it. A weekday that does not fit the date is a common slip
// of newsrooms and changes nothing.
constexpr std::string_view kNoise[] = {
    "senin",  "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu",   "minggu",    "ahad",     "sen",    "sel",
    "rab",    "kam",    "jum",  "sab",   "min",   "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "mon",    "tue",  "tues",  "wed",   "thu",    "thur",    "thurs",     "fri",      "sat",    "sun",
    "pukul",  "pkl",    "jam",  "at",    "on",    "pada",   "tanggal", "tgl",       "hari",
};

}  // namespace

bool TimestampScanner::skip(char c) {
  if (at_end() || peek() != c) return false;
  ++position_;
  return true;
}

void TimestampScanner::skip_separators() {
  while (!at_end()) {
    const bool is_separator = std::string_view(" \t\r\n,|/;.").find(peek()) != std::string_view::npos;
    // A hyphen is punctuation only when it stands free: before a digit it is the sign of a zone.
    if (!is_separator && (peek() != '-' || is_ascii_digit(peek(1)))) return;
    ++position_;
  }
}

void TimestampScanner::skip_noise() {
  for (;;) {
    skip_separators();
    const std::size_t begin = position_;
    const std::string word = read_word();
    const bool is_time_mark = word == "t" && is_ascii_digit(peek());  // "2015-11-05 T10:08:58Z"
    if (!is_time_mark && std::find(std::begin(kNoise), std::end(kNoise), word) == std::end(kNoise)) {
      position_ = begin;
      return;
    }
    skip(':');  // "Pukul: 14.30"
  }
}

std::optional<WrittenNumber> TimestampScanner::read_number() {
  constexpr int kMostDigits = 9;
  const std::size_t begin = position_;
  WrittenNumber number;
  while (is_ascii_digit(peek()) && number.digits < kMostDigits) {
    number.value = number.value * 10 + (peek() - '0');
    ++number.digits;
    ++position_;
  }
  if (number.digits > 0 && !is_ascii_digit(peek())) return number;
  position_ = begin;
  return std::nullopt;
}

std::string TimestampScanner::read_word() {
  const std::size_t begin = position_;
  while (is_ascii_letter(peek()) || (peek() == '\'' && position_ > begin && is_ascii_letter(peek(1)))) ++position_;
  return lower_ascii(text_.substr(begin, position_ - begin));
}

std::optional<int> TimestampScanner::read_zone() {
  const std::size_t begin = position_;
  const bool is_bracketed = skip('(');
  const std::string word = read_word();
  std::optional<int> offset_minutes;
  for (const Zone& zone : kZones) {
    if (zone.name == word) offset_minutes = zone.offset_minutes;
  }
  const bool may_be_signed = word.empty() || word == "gmt" || word == "utc";
  if (may_be_signed && (peek() == '+' || peek() == '-')) offset_minutes = read_offset();
  if (offset_minutes && (!is_bracketed || skip(')'))) return offset_minutes;
  position_ = begin;
  return std::nullopt;
}

std::optional<int> TimestampScanner::read_offset() {
  const int sign = skip('-') ? -1 : 1;
  if (sign > 0) skip('+');
  const auto number = read_number();
  if (!number || number->digits > 4 || number->digits == 3) return std::nullopt;
  int hours = number->value;
  int minutes = 0;
  if (number->digits == 4) {
    hours = number->value / 100;
    minutes = number->value % 100;
  } else if (skip(':')) {
    const auto rest = read_number();
    if (!rest || rest->digits != 2) return std::nullopt;
    minutes = rest->value;
  }
  if (minutes >= 60) return std::nullopt;
  return sign * (hours * 60 + minutes);
}

std::string plain_separators(std::string_view text) {
  struct Replacement {
    std::string_view wide;
    char plain;
  };
  static constexpr Replacement kReplacements[] = {
      {"\xC2\xA0", ' '},     {"\xC2\xB7", ' '},     {"\xE2\x80\x93", ' '},  {"\xE2\x80\x94", ' '},
      {"\xE2\x80\xA2", ' '}, {"\xE2\x88\x92", ' '}, {"\xE2\x80\x99", '\''},
  };
  std::string out;
  while (!text.empty()) {
    Replacement found{text.substr(0, 1), text.front()};
    for (const Replacement& replacement : kReplacements)
      found = text.starts_with(replacement.wide) ? replacement : found;
    out += found.plain;
    text.remove_prefix(found.wide.size());
  }
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = out.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace warta
