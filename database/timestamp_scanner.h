// The words, numbers and zones of a written date: what timestamp_parser.cc puts together.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace warta {

// A number as it was written; digits tells "05" from "5" and a year from a day.
struct WrittenNumber {
  int value = 0;
  int digits = 0;
};

// Where reading is in a text, which must outlive the scanner. Every read_ function leaves the place untouched when it
// returns nothing.
class TimestampScanner {
 public:
  explicit TimestampScanner(std::string_view text) : text_(text) {}

  bool at_end() const { return position_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const { return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0'; }

  // Passes over c; false when something else comes.
  bool skip(char c);

  // Passes over separators, weekdays, and words like "pukul".
  void skip_noise();

  // Up to nine digits.
  std::optional<WrittenNumber> read_number();

  // A run of letters and inner apostrophes, in lower case; empty when there is none.
  std::string read_word();

  // "WIB", "Z", "+07:00", "+0700", "+7", "GMT+7", "(WIB)": minutes to add to UTC.
  std::optional<int> read_zone();

  std::size_t position() const { return position_; }
  void rewind(std::size_t position) { position_ = position; }

 private:
  void skip_separators();
  std::optional<int> read_offset();

  std::string_view text_;
  std::size_t position_ = 0;
};

// Text without space at its ends, with a plain space for each wide separator (no-break space, dashes, dots, the minus
// sign), and with a plain apostrophe for the curly one of weekdays.
std::string plain_separators(std::string_view text);

}  // namespace warta
