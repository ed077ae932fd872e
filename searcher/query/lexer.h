// The query string -> tokens of the query language. Knows the marks, not their grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_error.h"
#include "searcher/query/query_tree.h"

namespace warta::searcher {

enum class LexemeKind : std::uint8_t {
  word,     // text
  prefix,   // text without its star
  phrase,   // text, mode, window
  field,    // field: a name that is known and its colon, with the value close behind
  open,     // (
  close,    // )
  plus,     // + before a thing
  minus,    // - before a thing
  op_and,   // AND DAN
  op_or,    // OR ATAU
  op_not,   // NOT BUKAN
  op_near,  // NEAR NEAR/5 DEKAT DEKAT/5: window
  end,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  std::size_t begin = 0;  // bytes in the query
  std::size_t end = 0;
  std::string text = {};
  PhraseMode mode = PhraseMode::exact;
  unsigned window = 0;
  const Field* field = nullptr;
};

inline constexpr unsigned kDefaultNearWindow = 10;  // NEAR without a number
inline constexpr unsigned kMaxWindow = 1000;        // larger windows are an error: a paragraph is meant

// The lexemes of a valid UTF-8 query, the last of kind `end`. Errors: quotes that are never closed, a window or unit
// after ~ that cannot be read. Operators count in capitals only; in a query of many words that is wholly in
// capitals, such as a headline, they are words.
QueryResult<std::vector<Lexeme>> lex(std::string_view query);

}  // namespace warta::searcher
