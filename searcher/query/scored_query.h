// What is looked for in title and body, as a tree of terms with what each counts: the one description that both
// Xapian's query and the search for the best matches (matching/best_matches.h) are made from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/clause.h"

namespace warta::searcher {

struct ScoredQuery {
  enum class Kind : std::uint8_t {
    term,
    all,     // of the parts; weighs what they weigh together
    any,     // of the parts; the same
    but_not  // the first part, where the second is not
  };
  Kind kind = Kind::term;
  std::string term = {};
  std::vector<ScoredQuery> parts = {};
  double share = 1.0;  // of its weight that counts
};

// The parts under one node of the kind; one part alone is itself. There must be one.
ScoredQuery joined(ScoredQuery::Kind kind, std::vector<ScoredQuery> parts);

// One for each unit of a clause, in its field.
std::vector<ScoredQuery> scored_units(const Clause& clause);

// The same articles and weights as CandidateQueries::all_words (xapian_query.h) where phrases, words and keywords are
// all that is asked; nullopt where more is: dates, prefixes, what is excluded, other forms of acronyms.
std::optional<ScoredQuery> scored_candidates(const Clause& root);

Xapian::Query to_xapian(const ScoredQuery& query);

}  // namespace warta::searcher
