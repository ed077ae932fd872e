// "Did you mean": a query with the words that are probably misspelt put right, never searched for by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/clause.h"
#include "searcher/search.h"
#include "searcher/session.h"

namespace warta::searcher {

struct CorrectedWord {
  std::string typed;
  std::string meant;
  std::uint32_t articles = 0;  // that hold what was meant
};

struct CorrectedQuery {
  std::string query;  // as one can type it: everything else stands as it stood
  std::vector<CorrectedWord> words;
};

// The query with its doubtful words corrected (word_speller.h), or nothing where none is. Words and phrases of title
// and text are looked at, not keywords, prefixes and what is excluded. A word that occurs is left alone where some
// article holds it together with two other words of the query or more: then it was meant. Throws Xapian::Error.
std::optional<CorrectedQuery> correct_query(std::string_view query, const Clause& clause, const SearchResult& result,
                                            Session& session);

}  // namespace warta::searcher
