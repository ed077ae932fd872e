// Reads the shapes in which news gives its dates: one scanner for all of them, strict about what does not exist.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "base/language.h"
#include "database/civil_time.h"
#include "database/time_of_day.h"
#include "database/timestamp_scanner.h"

namespace warta {
namespace {

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

// Words before the date in a field.
constexpr std::string_view kPublicationWords[] = {
    "diterbitkan", "terbit", "dipublikasikan", "publikasi", "published", "posted",
    "diposting",   "tayang", "ditayangkan",    "dirilis",   "rilis",
};

// What the text is: somewhere a date, or a field that is known to be one.
enum class Origin : std::uint8_t { anywhere, field };

// RFC 2822, section 4.3: 00 to 49 mean 20xx, 50 to 99 mean 19xx.
int whole_year(WrittenNumber year) {
  const int century = year.value < 50 ? 2000 : 1900;
  return year.digits == 2 ? century + year.value : year.value;
}

// The parts of one text, filled in whatever order they come.
class TimestampReader {
 public:
  TimestampReader(std::string_view text, int default_offset_minutes, Origin origin)
      : text_(text), scanner_(text), offset_minutes_(default_offset_minutes), origin_(origin) {}

  Result<Timestamp> read() {
    if (origin_ == Origin::field) skip_publication_words();
    while (scanner_.skip_noise(), !scanner_.at_end()) {
      if (!read_part()) return unreadable(text_);
    }
    if (!date_) return unreadable(text_);
    return assemble();
  }

 private:
  bool read_part() { return read_time() || read_date() || read_bracketed_time() || read_zone() || read_comment(); }

  void skip_publication_words() {
    for (;;) {
      scanner_.skip_noise();
      const std::size_t begin = scanner_.position();
      const std::string word = scanner_.read_word();
      if (std::find(std::begin(kPublicationWords), std::end(kPublicationWords), word) == std::end(kPublicationWords)) {
        return scanner_.rewind(begin);
      }
      scanner_.skip(':');
    }
  }

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
  bool read_year_first(WrittenNumber year) {
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
  bool read_day_first(WrittenNumber day) {
    const char separator = scanner_.peek();
    if (separator != '-' && separator != '/' && separator != '.') return false;
    scanner_.skip(separator);
    const auto month = scanner_.read_number();
    if (!month || month->digits > 2 || !scanner_.skip(separator)) return false;
    const auto year = scanner_.read_number();
    const bool may_be_short = origin_ == Origin::field && separator == '/';
    if (!year || (year->digits != 4 && !(may_be_short && year->digits == 2))) return false;
    date_ = CivilDate{whole_year(*year), month->value, day.value};
    return true;
  }

  // "12 Mei 2024", "12-Mei-2024", and RFC 822's year of two digits
  bool read_day_month_name(WrittenNumber day) {
    skip_date_separators();
    const int month = month_from_name(scanner_.read_word());
    if (month == 0) return false;
    skip_date_separators();
    const auto year = scanner_.read_number();
    if (!year || (year->digits != 4 && year->digits != 2)) return false;
    date_ = CivilDate{whole_year(*year), month, day.value};
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
    if ((scanner_.peek() == 'T' || scanner_.peek() == 't') && is_ascii_digit(scanner_.peek(1)))
      scanner_.skip(scanner_.peek());
    return true;
  }

  bool read_time() {
    if (time_) return false;
    time_ = read_time_of_day(scanner_, date_before());
    return time_.has_value();
  }

  DateBefore date_before() const {
    if (!date_) return DateBefore::none;
    return date_->year == 0 ? DateBefore::without_year : DateBefore::whole;
  }

  // "(10:15)" or "(10.15 WIB)" behind the date of a field.
  bool read_bracketed_time() {
    if (origin_ != Origin::field || !date_ || time_) return false;
    const std::size_t begin = scanner_.position();
    if (scanner_.skip('(') && (scanner_.skip_noise(), read_time())) {
      scanner_.skip_noise();
      read_zone();
      if (scanner_.skip(')')) return true;
    }
    time_.reset();
    scanner_.rewind(begin);
    return false;
  }

  bool read_zone() {
    if (has_zone_) return false;
    const std::optional<int> offset_minutes = scanner_.read_zone();
    if (!offset_minutes) return false;
    offset_minutes_ = *offset_minutes;
    has_zone_ = true;
    return true;
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
  TimestampScanner scanner_;
  std::optional<CivilDate> date_;
  std::optional<TimeOfDay> time_;
  int offset_minutes_;
  Origin origin_;
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

Result<Timestamp> parse(std::string_view text, std::int16_t default_offset_minutes, Origin origin) {
  constexpr std::size_t kLongest = 200;  // no date is longer, and a whole page would cost time
  if (text.size() > kLongest) return unreadable(text);
  const std::string plain = plain_separators(text);
  if (plain.empty()) return unreadable(text);
  if (const auto digits = read_digits(plain, default_offset_minutes)) return *digits;
  return TimestampReader(plain, default_offset_minutes, origin).read();
}

}  // namespace

Result<Timestamp> parse_timestamp(std::string_view text, std::int16_t default_offset_minutes) {
  return parse(text, default_offset_minutes, Origin::anywhere);
}

Result<Timestamp> parse_timestamp_field(std::string_view text, std::int16_t default_offset_minutes) {
  return parse(text, default_offset_minutes, Origin::field);
}

}  // namespace warta
