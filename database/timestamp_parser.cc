// Reads the shapes in which news gives its dates: one scanner for all of them, strict about what does not exist.
#include <optional>

#include "base/language.h"
#include "database/civil_time.h"

namespace warta {
namespace {

// A number as it was written; digits tells "05" from "5" and a year from a day.
struct Number {
  int value = 0;
  int digits = 0;
};

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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// Where the scanner is in the text. Every read_ function leaves it untouched when it returns nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return position_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0'; }

  bool skip(char c) {
    if (at_end() || peek() != c) return false;
    ++position_;
    return true;
  }

  // Skips spaces and the separators that newsrooms set between the parts of a date.
  void skip_separators() {
    while (!at_end()) {
      const bool is_separator = std::string_view(" \t\r\n,|/;.").find(peek()) != std::string_view::npos;
      // A hyphen is punctuation only when it stands free: before a digit it is the sign of a zone.
      if (!is_separator && (peek() != '-' || is_digit(peek(1)))) return;
      ++position_;
    }
  }

  std::optional<Number> read_number() {
    const std::size_t begin = position_;
    Number number;
    while (is_digit(peek()) && number.digits < 9) {
      number.value = number.value * 10 + (peek() - '0');
      ++number.digits;
      ++position_;
    }
    if (number.digits > 0 && !is_digit(peek())) return number;
    position_ = begin;
    return std::nullopt;
  }

  // A run of letters and inner apostrophes, in lower case; empty when there is none.
  std::string read_word() {
    const std::size_t begin = position_;
    while (is_letter(peek()) || (peek() == '\'' && position_ > begin && is_letter(peek(1)))) ++position_;
    return lower_ascii(text_.substr(begin, position_ - begin));
  }

  // Separators, weekdays and words like "pukul".
  void skip_noise() {
    for (;;) {
      skip_separators();
      const std::size_t begin = position_;
      const std::string word = read_word();
      bool is_noise = word == "t" && is_digit(peek());  // "2015-11-05 T10:08:58Z"
      for (const std::string_view noise : kNoise) is_noise = is_noise || noise == word;
      if (!is_noise) {
        position_ = begin;
        return;
      }
      skip(':');  // "Pukul: 14.30"
    }
  }

  std::size_t position() const { return position_; }
  void rewind(std::size_t position) { position_ = position; }

 private:
  std::string_view text_;
  std::size_t position_ = 0;
};

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

tl::unexpected<Error> unreadable(std::string_view text) {
  constexpr std::size_t kShown = 60;
  return failure(ExitCode::input_skipped,
                 localized_format("\"{}\" cannot be read as a date", "\"{}\" tidak terbaca sebagai tanggal",
                                  text.substr(0, kShown)));
}

tl::unexpected<Error> impossible(std::string_view text) {
  constexpr std::size_t kShown = 60;
  return failure(ExitCode::input_skipped,
                 localized_format("\"{}\" names a date or time that does not exist",
                                  "\"{}\" menyebut tanggal atau waktu yang tidak ada", text.substr(0, kShown)));
}

// The parts of one text, filled in whatever order they come.
class TimestampReader {
 public:
  TimestampReader(std::string_view text, int default_offset_minutes)
      : text_(text), scanner_(text), offset_minutes_(default_offset_minutes) {}

  Result<Timestamp> read() {
    while (scanner_.skip_noise(), !scanner_.at_end()) {
      if (!read_part()) return unreadable(text_);
    }
    if (!date_) return unreadable(text_);
    return assemble();
  }

 private:
  bool read_part() { return read_time() || read_date() || read_zone() || read_comment(); }

  bool read_date() {
    if (date_) return read_late_year();
    const std::size_t begin = scanner_.position();
    if (const auto first = scanner_.read_number()) {
      if (first->digits == 4 && read_year_first(*first)) return true;
      if (first->digits == 8 && read_compact(first->value)) return true;
      const std::size_t after_first = scanner_.position();
      if (first->digits <= 2 && read_day_month_name(*first)) return true;
      scanner_.rewind(after_first);
      if (first->digits <= 2 && read_day_first(*first)) return true;
    } else if (read_month_name_first()) {
      return true;
    }
    scanner_.rewind(begin);
    return false;
  }

  // "2024-05-12", "2024/05/12", "2024.05.12"
  bool read_year_first(Number year) {
    const char separator = scanner_.peek();
    if (separator != '-' && separator != '/' && separator != '.') return false;
    scanner_.skip(separator);
    const auto month = scanner_.read_number();
    if (!month || month->digits > 2 || !scanner_.skip(separator)) return false;
    const auto day = scanner_.read_number();
    if (!day || day->digits > 2) return false;
    date_ = CivilDate{year.value, month->value, day->value};
    return skip_time_mark();
  }

  // "20240512", as in "20240512T143000Z"
  bool read_compact(int digits) {
    date_ = CivilDate{digits / 10000, digits / 100 % 100, digits % 100};
    return skip_time_mark();
  }

  // "12/05/2024", "12-5-2024", "12.05.2024": the day comes first in Indonesia, so 05/13/2024 does not exist.
  bool read_day_first(Number day) {
    const char separator = scanner_.peek();
    if (separator != '-' && separator != '/' && separator != '.') return false;
    scanner_.skip(separator);
    const auto month = scanner_.read_number();
    if (!month || month->digits > 2 || !scanner_.skip(separator)) return false;
    const auto year = scanner_.read_number();
    if (!year || year->digits != 4) return false;
    date_ = CivilDate{year->value, month->value, day.value};
    return true;
  }

  // "12 Mei 2024", "12-Mei-2024", and RFC 822's year of two digits
  bool read_day_month_name(Number day) {
    skip_date_separators();
    const int month = month_from_name(scanner_.read_word());
    if (month == 0) return false;
    skip_date_separators();
    const auto year = scanner_.read_number();
    if (!year || (year->digits != 4 && year->digits != 2)) return false;
    // RFC 2822, section 4.3: 00 to 49 mean 20xx, 50 to 99 mean 19xx.
    const int century = year->digits == 4 ? 0 : (year->value < 50 ? 2000 : 1900);
    date_ = CivilDate{century + year->value, month, day.value};
    return true;
  }

  // "May 12, 2024"; asctime's "May 12 14:30:00 2024" leaves the year for later.
  bool read_month_name_first() {
    const int month = month_from_name(scanner_.read_word());
    if (month == 0) return false;
    skip_date_separators();
    const auto day = scanner_.read_number();
    if (!day || day->digits > 2 || scanner_.peek() == ':') return false;
    date_ = CivilDate{0, month, day->value};
    skip_date_separators();
    const std::size_t begin = scanner_.position();
    const auto year = scanner_.read_number();
    if (year && year->digits == 4) {
      date_->year = year->value;
    } else {
      scanner_.rewind(begin);
    }
    return true;
  }

  bool read_late_year() {
    const std::size_t begin = scanner_.position();
    const auto year = scanner_.read_number();
    if (date_->year == 0 && year && year->digits == 4 && scanner_.peek() != ':') {
      date_->year = year->value;
      return true;
    }
    scanner_.rewind(begin);
    return false;
  }

  void skip_date_separators() {
    while (!scanner_.at_end() && std::string_view(" -/.,").find(scanner_.peek()) != std::string_view::npos) {
      scanner_.skip(scanner_.peek());
    }
  }

  bool skip_time_mark() {
    if ((scanner_.peek() == 'T' || scanner_.peek() == 't') && is_digit(scanner_.peek(1)))
      scanner_.skip(scanner_.peek());
    return true;
  }

  // "14:30", "14.30", "14:30:05.123", "2:30 PM", "143005" after a compact date. A point divides hours and minutes only
  // once the date is known, so that 12.05.2024 stays a date.
  bool read_time() {
    if (time_) return false;
    const std::size_t begin = scanner_.position();
    const auto hour = scanner_.read_number();
    if (hour && date_ && hour->digits == 6 && date_->year != 0) {
      time_ = TimeOfDay{hour->value / 10000, hour->value / 100 % 100, hour->value % 100};
      return true;
    }
    const char separator = scanner_.peek();
    if (!hour || hour->digits > 2 || (separator != ':' && !(separator == '.' && date_))) {
      scanner_.rewind(begin);
      return false;
    }
    scanner_.skip(separator);
    const auto minute = scanner_.read_number();
    if (!minute || minute->digits != 2) {
      scanner_.rewind(begin);
      return false;
    }
    time_ = TimeOfDay{hour->value, minute->value, 0};
    read_seconds(separator);
    read_half_of_day();
    return true;
  }

  void read_seconds(char separator) {
    const std::size_t begin = scanner_.position();
    if (!scanner_.skip(separator)) return;
    const auto second = scanner_.read_number();
    if (!second || second->digits != 2) {
      scanner_.rewind(begin);
      return;
    }
    time_->second = second->value;
    if ((scanner_.peek() == '.' || scanner_.peek() == ',') && is_digit(scanner_.peek(1))) {
      scanner_.skip(scanner_.peek());
      while (is_digit(scanner_.peek())) scanner_.skip(scanner_.peek());  // fractions are below our resolution
    }
  }

  void read_half_of_day() {
    const std::size_t begin = scanner_.position();
    scanner_.skip(' ');
    const std::string word = scanner_.read_word();
    if (word != "am" && word != "pm") {
      scanner_.rewind(begin);
      return;
    }
    const bool is_possible = time_->hour >= 1 && time_->hour <= 12;
    if (!is_possible) {
      time_->hour = -1;  // 14:30 PM does not exist
    } else {
      time_->hour = time_->hour % 12 + (word == "pm" ? 12 : 0);
    }
  }

  // "WIB", "Z", "+07:00", "+0700", "+7", "GMT+7"
  bool read_zone() {
    if (has_zone_) return false;
    const std::size_t begin = scanner_.position();
    const bool is_bracketed = scanner_.skip('(');
    const std::string word = scanner_.read_word();
    bool is_known = false;
    for (const Zone& zone : kZones) {
      if (zone.name != word) continue;
      offset_minutes_ = zone.offset_minutes;
      is_known = true;
    }
    const bool may_be_signed = word.empty() || word == "gmt" || word == "utc";
    if (may_be_signed && (scanner_.peek() == '+' || scanner_.peek() == '-')) is_known = read_offset();
    if (!is_known || (is_bracketed && !scanner_.skip(')'))) {
      scanner_.rewind(begin);
      return false;
    }
    has_zone_ = true;
    return true;
  }

  bool read_offset() {
    const int sign = scanner_.skip('-') ? -1 : 1;
    if (sign > 0) scanner_.skip('+');
    const auto number = scanner_.read_number();
    if (!number || number->digits > 4 || number->digits == 3) return false;
    int minutes = number->digits == 4 ? number->value / 100 * 60 + number->value % 100 : number->value * 60;
    bool is_sound = number->digits != 4 || number->value % 100 < 60;
    if (number->digits <= 2 && scanner_.skip(':')) {
      const auto rest = scanner_.read_number();
      if (!rest || rest->digits != 2) return false;
      is_sound = rest->value < 60;
      minutes += rest->value;
    }
    offset_minutes_ = sign * minutes;
    return is_sound;
  }

  // "(Western Indonesia Time)" or "[Asia/Jakarta]" after a zone that is known already
  bool read_comment() {
    if (!has_zone_ || (scanner_.peek() != '(' && scanner_.peek() != '[')) return false;
    const char closing = scanner_.peek() == '(' ? ')' : ']';
    while (!scanner_.at_end() && scanner_.peek() != closing) scanner_.skip(scanner_.peek());
    return scanner_.skip(closing);
  }

  Result<Timestamp> assemble() const {
    if (date_->year == 0 && date_->month != 0) return unreadable(text_);
    const TimeOfDay time = time_.value_or(TimeOfDay{});
    constexpr int kMostOffsetMinutes = 14 * 60;
    // Second 60 is a leap second, which RFC 3339 allows.
    const bool is_possible = is_valid(*date_) && time.hour >= 0 && time.hour < 24 && time.minute < 60 &&
                             time.second <= 60 && offset_minutes_ >= -kMostOffsetMinutes &&
                             offset_minutes_ <= kMostOffsetMinutes;
    if (!is_possible) return impossible(text_);
    Timestamp timestamp;
    timestamp.offset_minutes = static_cast<std::int16_t>(offset_minutes_);
    timestamp.has_time = time_.has_value();
    timestamp.epoch_seconds = days_from_civil(*date_) * 86400 + time.hour * 3600 + time.minute * 60 + time.second -
                              std::int64_t{offset_minutes_} * 60;
    return timestamp;
  }

  std::string_view text_;
  Scanner scanner_;
  std::optional<CivilDate> date_;
  std::optional<TimeOfDay> time_;
  int offset_minutes_;
  bool has_zone_ = false;
};

// Digits alone: 9 or 10 are epoch seconds, 13 milliseconds, 12 and 14 a date and time without separators.
std::optional<Result<Timestamp>> read_digits(std::string_view text, std::int16_t default_offset_minutes) {
  std::string_view digits = text.substr(0, text.find('.'));
  const std::string_view fraction = text.substr(digits.size());
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (!fraction.empty() && fraction.find_first_not_of("0123456789", 1) != std::string_view::npos) return std::nullopt;
  std::int64_t value = 0;
  if (digits.size() > 14) return std::nullopt;
  for (const char c : digits) value = value * 10 + (c - '0');
  if (digits.size() == 9 || digits.size() == 10) return Timestamp{value, default_offset_minutes, true};
  if (digits.size() == 13 && fraction.empty()) return Timestamp{value / 1000, default_offset_minutes, true};
  if ((digits.size() != 12 && digits.size() != 14) || !fraction.empty()) return std::nullopt;
  std::string spaced = fmt::format("{}T{}", digits.substr(0, 8), digits.substr(8));
  if (digits.size() == 12) spaced += "00";
  Result<Timestamp> result = parse_timestamp(spaced, default_offset_minutes);
  if (!result) return impossible(text);
  return result;
}

// Text without space at its ends, and with a plain space for each wide separator (no-break space, dashes, dots).
std::string plain_separators(std::string_view text) {
  static constexpr std::string_view kWide[] = {"\xC2\xA0", "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2"};
  std::string out;
  while (!text.empty()) {
    std::size_t bytes = 0;
    for (const std::string_view wide : kWide) bytes = text.starts_with(wide) ? wide.size() : bytes;
    out += bytes > 0 ? ' ' : text.front();
    text.remove_prefix(bytes > 0 ? bytes : 1);
  }
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = out.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace

Result<Timestamp> parse_timestamp(std::string_view text, std::int16_t default_offset_minutes) {
  constexpr std::size_t kLongest = 200;  // no date is longer, and a whole page would cost time
  if (text.size() > kLongest) return unreadable(text);
  const std::string plain = plain_separators(text);
  if (plain.empty()) return unreadable(text);
  if (const auto digits = read_digits(plain, default_offset_minutes)) return *digits;
  return TimestampReader(plain, default_offset_minutes).read();
}

}  // namespace warta
