#include "database/time_of_day.h"

#include <string>

#include "base/ascii.h"

namespace warta {
namespace {

void read_seconds(TimestampScanner& scanner, char separator, TimeOfDay& time) {
  const std::size_t begin = scanner.position();
  if (!scanner.skip(separator)) return;
  const auto second = scanner.read_number();
  if (!second || second->digits != 2) {
    scanner.rewind(begin);
    return;
  }
  time.second = second->value;
  if ((scanner.peek() == '.' || scanner.peek() == ',') && is_ascii_digit(scanner.peek(1))) {
    scanner.skip(scanner.peek());
    while (is_ascii_digit(scanner.peek())) scanner.skip(scanner.peek());  // fractions are below our resolution
  }
}

void read_half_of_day(TimestampScanner& scanner, TimeOfDay& time) {
  const std::size_t begin = scanner.position();
  scanner.skip(' ');
  const std::string word = scanner.read_word();
  if (word != "am" && word != "pm") {
    scanner.rewind(begin);
    return;
  }
  const bool is_possible = time.hour >= 1 && time.hour <= 12;
  time.hour = is_possible ? time.hour % 12 + (word == "pm" ? 12 : 0) : -1;
}

}  // namespace

std::optional<TimeOfDay> read_time_of_day(TimestampScanner& scanner, DateBefore date) {
  const std::size_t begin = scanner.position();
  const auto hour = scanner.read_number();
  if (hour && date == DateBefore::whole && hour->digits == 6) {
    return TimeOfDay{hour->value / 10000, hour->value / 100 % 100, hour->value % 100};
  }
  const char separator = scanner.peek();
  const bool is_separated = separator == ':' || (separator == '.' && date != DateBefore::none);
  if (hour && hour->digits <= 2 && is_separated) {
    scanner.skip(separator);
    if (const auto minute = scanner.read_number(); minute && minute->digits == 2) {
      TimeOfDay time{hour->value, minute->value, 0};
      read_seconds(scanner, separator, time);
      read_half_of_day(scanner, time);
      return time;
    }
  }
  scanner.rewind(begin);
  return std::nullopt;
}

}  // namespace warta
