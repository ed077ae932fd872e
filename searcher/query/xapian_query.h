// The clauses -> Xapian's query: terms, filters and value ranges of the stock matcher, so that remote shards work too.
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/query/clause.h"
#include "searcher/query/scored_query.h"

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
// a matcher finds much faster.
struct RareWordsQuery {
  std::vector<ScoredQuery> leading = {};  // any of which a candidate holds
  std::vector<ScoredQuery> adding = {};   // only add to what a candidate weighs
  bool is_filtered = false;               // the query asks for more than these words
  Xapian::Query candidates = {};          // all of that
};

// Empty where the words do not part so. Throws Xapian::Error.
RareWordsQuery make_rare_words_query(const Clause& root, int offset_minutes, const Xapian::Database& database);

// The articles that have a date. Sorted with the oldest first, those without one would come before all others.
Xapian::Query dated_articles();

// How many documents match, exactly.
Xapian::doccount count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace warta::searcher
