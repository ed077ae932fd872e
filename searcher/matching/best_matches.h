// The best matches of a long query of plain words, by BM25: what Xapian's matcher finds too, in half of the time. Both
// pass over what cannot be among the best; this one sees that of each document by itself (docs/searching-speed.md).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/matching/shard_postings.h"
#include "searcher/matching/term_statistics.h"
#include "searcher/query/scored_query.h"

namespace warta::searcher {

struct BestMatch {
  Xapian::docid id = 0;  // in all shards joined
  double weight = 0;     // as bm25() on on_bm25_scale() has it, but for the order in which the terms are added up
};

// The best documents that hold any of `leading`, to which `adding` only adds: at most so many, the best first, of
// equals that with the smaller id. Reads postings, so the shards should be local. Throws Xapian::Error.
std::vector<BestMatch> best_matches(const std::vector<ScoredQuery>& leading, const std::vector<ScoredQuery>& adding,
                                    std::span<ShardPostings> shards, TermStatistics& statistics, std::size_t most);

}  // namespace warta::searcher
