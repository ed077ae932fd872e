// A date's text in pieces: digits, or letters, that stand together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warta::searcher {

struct DatePiece {
  std::string text;  // lower case
  bool is_number = false;
  char separator = '\0';  // the character before it, the last of several
};

// Empty where something else than ASCII digits, letters and separators (space - _ / . ,) between them stands there.
std::vector<DatePiece> split_date(std::string_view text);

// -1 for more digits than a year or a count can have.
int number_of(const DatePiece& piece);

}  // namespace warta::searcher
