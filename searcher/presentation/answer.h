// What the presenters show: a query, what it meant, and what was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/facets.h"
#include "searcher/query/clause.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "searcher/spelling/query_correction.h"

namespace warta::searcher {

struct Answer {
  ParsedQuery query;
  Clause clause;
  SearchResult result;
  SearchOptions options;
  double seconds = 0;  // from reading the query to the last hit
  std::optional<CorrectedQuery> correction;
  std::vector<std::string> hints;  // what may help where nothing was found
  FacetReport facets = {};         // those that were asked for
};

// What may help: words that no article holds, a looser phrase mode, filters. In the language of the person.
std::vector<std::string> hints_for(const Clause& clause, const SearchResult& result, Session& session);

}  // namespace warta::searcher
