// The clauses -> ranked hits: candidates from Xapian, in tiers, verified on the stored article where phrases ask for
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "database/article.h"
#include "searcher/query/clause.h"
#include "searcher/ranking/copies.h"
#include "searcher/ranking/reranker.h"
#include "searcher/session.h"

namespace warta::searcher {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

struct SearchOptions {
  SortOrder sort = SortOrder::relevance;
  unsigned limit = 10;
  unsigned offset = 0;
  int offset_minutes = kWibOffsetMinutes;  // the reader's zone, in which days begin
  bool explain = false;
  bool folds_copies = true;           // of copies of one text show the first; counts are of all
  bool reranks = true;                // by relevance, the best candidates are ordered anew by their texts
  bool counts_matches = true;         // else the counts of the result may be anything
  double recency_half_life_days = 0;  // by relevance, new articles gain in the first stage; 0: age does not count
};

// What one term of the query brought to a hit.
struct TermScore {
  std::string term;
  double score = 0;
  double frequency = 0;  // in the article, against its length; 1 for one occurrence in an article of the usual length
};

struct Hit {
  Article article;
  double score = 0;
  std::vector<PhraseMode> modes = {};          // of the query's phrases, those that the article holds
  std::vector<TermScore> term_scores = {};     // with SearchOptions::explain
  Copies copies = {};                          // with SearchOptions::counts_matches
  std::optional<FeatureScores> features = {};  // what the text added to the score, where it was looked at
  double recency = 0;                          // its share of the score
};

struct MatchCount {
  std::uint64_t count = 0;
  bool is_exact = true;  // else an estimate
};

struct SearchResult {
  std::vector<Hit> hits = {};
  MatchCount all_words = {};    // articles that hold every word and whatever else is required
  MatchCount some_words = {};   // further articles that hold some of the words; counted only where they are needed
  bool is_relaxed = false;      // some_words was needed to fill the page
  std::string candidates = {};  // Xapian's queries, with SearchOptions::explain
};

// By relevance, a short query (kMostWordsThatMustAllMatch) gets the articles with all wanted words first, then those
// with some of them; a longer one gets the best matches of either kind. By date, articles with some of the words count
// only where none has all, and stand in the order of relevance. ExitCode::changed where the
// database changed under the search: searcher/changing_database.h asks again.
Result<SearchResult> search(Session& session, const Clause& query, const SearchOptions& options);

}  // namespace warta::searcher
