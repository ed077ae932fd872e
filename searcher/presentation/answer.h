// What the presenters show: a query, what it meant, and what was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/facets.h"
#include "searcher/presentation/highlight.h"
#include "searcher/query/clause.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "searcher/session.h"
#include "searcher/spelling/query_correction.h"

namespace warta::searcher {

struct Answer {
  ParsedQuery query;
  Clause clause;
  SearchResult result;
  SearchOptions options;
  double seconds = 0;  // from reading the query to the last hit
  std::optional<CorrectedQuery> correction = {};
  std::vector<std::string> hints = {};  // what may help where little was found
  TermWeights term_weights = {};        // of the query's terms, for passages
  unsigned snippet_bytes = 0;           // about so long are passages; 0 is as the format likes
  FacetReport facets = {};              // those that were asked for
};

// What may help: words that no article holds, phrases in any form where they fill no page as written, the filter
// without which there are articles. In the language of the person. Throws Xapian::Error.
std::vector<std::string> hints_for(const Clause& clause, const SearchResult& result, const SearchOptions& options,
                                   Session& session);

}  // namespace warta::searcher
