// The clauses -> Xapian's query: terms, filters and value ranges of the stock matcher, so that remote shards work too.
#pragma once

#include <xapian.h>

#include "searcher/query/clause.h"

namespace warta::searcher {

// An article published earlier than this counts as one without a date.
inline constexpr double kBeforeAllTime = -1e300;

// Candidates in two tiers. Both contain every article that matches in that way, and more where phrases stand in the
// query: then each is to be verified.
struct CandidateQueries {
  Xapian::Query all_words;   // every word that is wanted, and everything that is required
  Xapian::Query some_words;  // some of the wanted words; empty where it would be the same as all_words
  unsigned wanted_words = 0;
  bool asks = false;  // some of them name what a question asks for: an answer need not hold them (asked_words.h)
};

// Days are counted in the zone that lies offset_minutes east of UTC. The database says which terms a prefix begins.
// Throws Xapian::Error.
CandidateQueries make_xapian_queries(const Clause& root, int offset_minutes, const Xapian::Database& database);

// The candidates of some_words that hold one of the query's rarer words (kShareOfCommonWords), in the same order: what
// the matcher finds much faster. Empty where that is not so.
Xapian::Query make_rare_words_query(const Clause& root, int offset_minutes, const Xapian::Database& database);

// The articles that have a date. Sorted with the oldest first, those without one would come before all others.
Xapian::Query dated_articles();

// How many documents match, exactly.
Xapian::doccount count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace warta::searcher
