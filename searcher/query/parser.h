// The query string -> the tree. docs/query-syntax.md describes the language for people.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "database/civil_time.h"
#include "searcher/query/query_error.h"
#include "searcher/query/query_tree.h"

namespace warta::searcher {

inline constexpr std::size_t kMaxQueryBytes = 16 * 1024;
inline constexpr std::size_t kMaxQueryDepth = 32;  // brackets, signs and fields within each other

struct ParsedQuery {
  std::string text;  // the query as it was read: invalid UTF-8 repaired; offsets of errors and notes count in it
  Node root;
  std::vector<std::string> notes;  // what a person may have meant otherwise, in her language
};

// Parses the query language. `today` is the day in the reader's zone from which kemarin and its like count.
//
// Binding, tightest first: NEAR; the signs + - NOT; things side by side; AND; OR. Punctuation between plain words is
// no error, and neither are brackets that hold plain words only.
QueryResult<ParsedQuery> parse_query(std::string_view query, const CivilDate& today);

// Takes the whole text as plain words, whatever marks stand in it. Fails only when it is too long.
QueryResult<ParsedQuery> parse_plain_query(std::string_view query);

}  // namespace warta::searcher
