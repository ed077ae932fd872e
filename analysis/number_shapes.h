// Numbers as Indonesian news writes them: decimal comma, thousands dot, times with a dot, dates with the day first.
#pragma once

#include <string>
#include <string_view>

#include "analysis/token.h"

namespace warta::analysis {

// A number, time or date read from the middle of a chunk.
struct NumberMatch {
  size_t end = 0;  // offset after its last digit
  Shape shape = Shape::number;
  bool is_plain = false;  // nothing but digits
};

// Reads the number whose first digit stands at `begin`. `key` becomes its one form:
//   number  "1000000" for 1.000.000 and 1,000,000; "5.2" for 5,2 and 5.2 and 5,20; "1.2.3" for what is neither
//   time    "14:30" for 14.30 and 14:30, "09:05:00" for 9.05.00
//   date    "2024-05-12" for 12/05/2024, 12/5/24, 12.05.2024 and 2024-05-12; a day that does not exist is no date
// A two-digit year is in 1950 to 2049. Looks at a bounded number of digit groups beyond what it takes.
NumberMatch read_number(std::string_view chunk, size_t begin, std::string& key);

// "2024-05-12" for a date that exists (year 1000 to 2999), else "".
std::string date_key(int year, int month, int day);

// 1 to 12 for a normalised month name, Indonesian or English, whole or abbreviated as news does; else 0.
int month_number(std::string_view word);

// True for digits with at most one decimal point between them: what can be multiplied.
bool is_decimal(std::string_view key);

// decimal times ten to the power of `exponent`, in the form of a number key: ("1.5", 9) is "1500000000".
std::string scaled(std::string_view decimal, size_t exponent);

}  // namespace warta::analysis
