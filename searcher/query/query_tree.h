// What a query means, before any database is involved: the tree that the parser makes, that Xapian's query is built
// from, and that the verification evaluates on an article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "database/schema.h"
#include "searcher/query/day_range.h"

namespace warta::searcher {

enum class NodeKind : std::uint8_t {
  words,    // text: a run of plain words
  phrase,   // text, mode, window
  prefix,   // text: what the term begins with
  field,    // field, and one child whose leaves are looked up there
  date,     // days
  all,      // AND of the children
  any,      // OR of the children
  group,    // things side by side: words are wanted and rank, everything else is required
  require,  // + before its one child
  exclude,  // - or NOT before its one child
};

enum class PhraseMode : std::uint8_t {
  exact,      // as written: case and form
  stemmed,    // any form of each word, in this order, side by side
  window,     // any form, any order, within `window` consecutive words
  sentence,   // any form, any order, in one sentence
  paragraph,  // any form, any order, in one paragraph
};

struct Node {
  NodeKind kind = NodeKind::words;
  std::string text = {};
  PhraseMode mode = PhraseMode::exact;
  unsigned window = 0;
  const Field* field = nullptr;  // a row of fields(): lives for ever
  DayRange days = {};
  std::vector<Node> children = {};
};

// English name of a mode for JSON and explanations: "exact", "stemmed", "window", "sentence", "paragraph".
const char* name_of(PhraseMode mode);

// The tree as an s-expression: (group (words harga beras) (exclude (words impor))).
std::string to_s_expression(const Node& node);

// The tree in the query language: parsing the result gives the same tree.
std::string to_query_string(const Node& node);

}  // namespace warta::searcher
