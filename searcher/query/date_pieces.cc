#include "searcher/query/date_pieces.h"

#include <charconv>
#include <utility>

#include "base/ascii.h"

namespace warta::searcher {

std::vector<DatePiece> split_date(std::string_view text) {
  std::vector<DatePiece> pieces;
  char separator = '\0';
  for (std::size_t i = 0; i < text.size();) {
    const bool number = is_ascii_digit(text[i]);
    if (!number && !is_ascii_letter(text[i])) {
      if (std::string_view(" -_/.,").find(text[i]) == std::string_view::npos) return {};
      separator = text[i++];
      continue;
    }
    DatePiece piece{{}, number, separator};
    while (i < text.size() && (number ? is_ascii_digit(text[i]) : is_ascii_letter(text[i]))) {
      piece.text += lower_ascii(text[i++]);
    }
    pieces.push_back(std::move(piece));
    separator = '\0';
  }
  if (separator != '\0' || (!pieces.empty() && pieces.front().separator != '\0')) return {};
  return pieces;
}

int number_of(const DatePiece& piece) {
  int value = -1;
  if (piece.text.size() > 4) return -1;
  std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), value);
  return value;
}

}  // namespace warta::searcher
