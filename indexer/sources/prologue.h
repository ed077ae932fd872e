// What stands in a file before its records.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta::indexer {

struct Prologue {
  std::string bytes = {};     // what each chunk repeats of it, on one line
  std::string epilogue = {};  // what stands after the records of each chunk
  std::size_t size = 0;       // in the file
  // Objects around the records of JSON that are still open behind their array.
  std::size_t enclosing = 0;
};

// Of a table: its header, after what table_header_begin passes over. Of size 0 where that does not end in first_bytes.
Prologue table_prologue(std::string_view first_bytes);

// Where the header of a table begins: behind a byte order mark, blank lines, and the line "sep=;" that Excel writes.
std::size_t table_header_begin(std::string_view first_bytes);

// What divides the fields of a header: the one of , ; tab and | that stands there most often outside of quotes.
char table_delimiter(std::string_view header);

// Of a feed: up to its first item; the epilogue closes what it leaves open. Of size 0 where first_bytes have no item.
Prologue feed_prologue(std::string_view first_bytes);

}  // namespace warta::indexer
