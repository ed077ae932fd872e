// What to do with a line that the fast JSON parser refuses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta::indexer {

// The line with invalid UTF-8 as U+FFFD, raw control characters as spaces, and escaped halves of surrogate pairs as
// \uFFFD. Structure is not repaired: that would be guessing.
std::string repair_characters(std::string_view line);

// The line with whole numbers that 64 bits cannot hold as the nearest floating-point numbers. Unchanged where it is no
// valid JSON otherwise. Expects valid UTF-8.
std::string repair_numbers(std::string_view line);

struct JsonProblem {
  std::size_t column = 1;  // in bytes, from 1
};

// Where line stops being JSON; its end where it is cut off.
JsonProblem find_json_problem(std::string_view line);

}  // namespace warta::indexer
