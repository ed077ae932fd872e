// What stands in a file before its records.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta::indexer {

struct Prologue {
  std::string bytes;     // what each chunk repeats of it, on one line
  std::string epilogue;  // what stands after the records of each chunk
  std::size_t size = 0;  // in the file
};

// Of a JSON file: up to the elements of its array, where it is one or is an object with one of articles ("articles",
// "data", ...). Otherwise no more than a byte order mark: the file is values one after the other.
Prologue json_prologue(std::string_view first_bytes);

// Of a table: its header. Of size 0 where that does not end in first_bytes.
Prologue table_prologue(std::string_view first_bytes);

// What divides the fields of a header: the one of , ; tab and | that stands there most often outside of quotes.
char table_delimiter(std::string_view header);

// Of a feed: up to its first item; the epilogue closes what it leaves open. Of size 0 where first_bytes have no item.
Prologue feed_prologue(std::string_view first_bytes);

}  // namespace warta::indexer
