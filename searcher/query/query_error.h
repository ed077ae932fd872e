// What is wrong with a query, and where.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace warta::searcher {

// [begin, end) are byte offsets in the query that parse_query was given (after repair of invalid UTF-8).
struct QueryError {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;  // in the language of the person: the problem, and what would be right
};

template <typename T>
using QueryResult = tl::expected<T, QueryError>;

// Three lines: the message with the column (counted in characters, from 1), the query, and a caret under the place.
// A long query is cut around the place. Nothing in the query steers the terminal.
std::string render(const QueryError& error, std::string_view query);

}  // namespace warta::searcher
