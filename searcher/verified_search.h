// The hits of a query that terms alone do not decide: candidates are verified on their stored texts, in the order of
// the hits, until the page is full.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/matching/term_statistics.h"
#include "searcher/page.h"
#include "searcher/query/clause.h"
#include "searcher/query/scored_query.h"
#include "searcher/search.h"
#include "searcher/session.h"
#include "searcher/verification/pair_filter.h"
#include "searcher/verification/verifier.h"

namespace warta::searcher {

class VerifiedSearch {
 public:
  // All must outlive it. The page takes the hits.
  VerifiedSearch(Session& session, const Clause& query, const SearchOptions& options, Page& page,
                 TermStatistics& statistics);

  // Whether walk() can be asked: terms and their weights say all of the candidates, and the postings are on this
  // machine.
  bool walks() const { return candidates_.has_value(); }

  // All candidates of the query by relevance, walked through in the postings; those that their signatures rule out are
  // never scored or read. `enquire` is what would give the same, for explanations. Adds to `count`.
  void walk(const Xapian::Enquire& enquire, MatchCount& count);

  // What `enquire` gives, in its order. Adds to `count`.
  void match(Xapian::Enquire& enquire, MatchCount& count);

 private:
  struct Candidate {
    Xapian::docid id = 0;  // in all shards joined
    double weight = 0;
    std::int64_t rank = 0;
  };

  std::vector<Candidate> possible_candidates() const;
  bool verify(const Xapian::Enquire& enquire, const Match& candidate);
  Verdict check(const Article& article);
  // Of all candidates, by the sample of them.
  std::uint64_t estimated_matches(const std::vector<Xapian::docid>& sample, std::size_t all);
  // Of all that the query gives.
  void count_by_sample(const Xapian::Query& query, MatchCount& count);

  Session& session_;
  const SearchOptions& options_;
  Page& page_;
  TermStatistics& statistics_;
  Verifier verifier_;
  PairFilter filter_;
  std::optional<ScoredQuery> candidates_;
};

}  // namespace warta::searcher
