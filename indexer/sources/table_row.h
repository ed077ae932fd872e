// Where the fields of a row of CSV or TSV end: RFC 4180, and what real files do beside it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace warta::indexer {

// Goes through a table byte by byte. A field is quoted when it begins with '"' and its closing '"' stands before a
// delimiter or the end of the row; one whose closing quote stands elsewhere ("Kami siap," katanya) is taken as it is
// written, and its row ends with its line.
class TableRowState {
 public:
  // quote_broken: what was taken for the closing quote of a field of several lines stands elsewhere, or there is none.
  // Then the quote that opened the field was never closed, and its row ended at first_line_end().
  enum class Step : std::uint8_t { inside, field_ended, row_ended, quote_broken };

  explicit TableRowState(char delimiter) : delimiter_(delimiter) {}

  // What c, which follows the bytes before, does. After quote_broken the field goes on as one without quotes.
  Step next(char c) {
    ++size_;
    if (place_ == Place::quoted) {
      if (c == '"') place_ = Place::after_quote;
      if (c == '\n' && first_line_end_ == 0) first_line_end_ = size_;
      return Step::inside;
    }
    if (c == '\n' || c == delimiter_) {
      was_quoted_ = place_ == Place::after_quote;
      place_ = Place::begin;
      first_line_end_ = 0;
      if (c == '\n') size_ = 0;
      return c == '\n' ? Step::row_ended : Step::field_ended;
    }
    if (c == ' ' || c == '\r') return Step::inside;  // may stand around quotes
    if (c == '"' && place_ != Place::unquoted) {
      place_ = Place::quoted;
      return Step::inside;
    }
    const bool is_broken = place_ == Place::after_quote && first_line_end_ > 0;
    place_ = Place::unquoted;
    return is_broken ? Step::quote_broken : Step::inside;
  }

  // What the end of the table does: the last row may lack its line end.
  Step end() {
    if (place_ != Place::quoted) return next('\n');
    if (first_line_end_ > 0) return Step::quote_broken;
    was_quoted_ = false;
    return Step::row_ended;
  }

  // Of the field that ended last.
  bool was_quoted() const { return was_quoted_; }

  // Bytes of the row so far; and those up to the first line end inside of the quotes of the field under way, 0 where
  // there is none.
  std::size_t size() const { return size_; }
  std::size_t first_line_end() const { return first_line_end_; }

 private:
  enum class Place : std::uint8_t { begin, unquoted, quoted, after_quote };

  char delimiter_;
  Place place_ = Place::begin;
  bool was_quoted_ = false;
  std::size_t size_ = 0;
  std::size_t first_line_end_ = 0;
};

}  // namespace warta::indexer
