// Where the fields of a row of CSV or TSV end: RFC 4180, and what real files do beside it.
#pragma once

#include <cstdint>

namespace warta::indexer {

// Goes through a table byte by byte. A field is quoted when it begins with '"' and its closing '"' stands before a
// delimiter or the end of the row; one whose closing quote stands elsewhere ("Kami siap," katanya) is taken as it is
// written, and its row ends with its line.
class TableRowState {
 public:
  enum class Step : std::uint8_t { inside, field_ended, row_ended };

  explicit TableRowState(char delimiter) : delimiter_(delimiter) {}

  // What c, which follows the bytes before, does.
  Step next(char c) {
    if (place_ == Place::quoted) {
      if (c == '"') place_ = Place::after_quote;
      return Step::inside;
    }
    if (c == '\n' || c == delimiter_) {
      was_quoted_ = place_ == Place::after_quote;
      place_ = Place::begin;
      return c == '\n' ? Step::row_ended : Step::field_ended;
    }
    if (c == ' ' || c == '\r') return Step::inside;  // may stand around quotes
    if (c == '"' && place_ != Place::unquoted) {
      place_ = Place::quoted;
    } else {
      place_ = Place::unquoted;
    }
    return Step::inside;
  }

  // Of the field that ended last.
  bool was_quoted() const { return was_quoted_; }

 private:
  enum class Place : std::uint8_t { begin, unquoted, quoted, after_quote };

  char delimiter_;
  Place place_ = Place::begin;
  bool was_quoted_ = false;
};

}  // namespace warta::indexer
