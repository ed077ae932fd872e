// The order of both stages: what the first one found, with what the texts add.
#pragma once

#include <cstdint>
#include <vector>

#include "database/article_record.h"
#include "searcher/match.h"
#include "searcher/ranking/reranker.h"

namespace warta::searcher {

struct RankedMatch {
  Match match;
  Article article;
  FeatureScores features = {};
  double score = 0;       // of both stages
  std::int64_t rank = 0;  // rank_of(score)
};

// The best first. Which of equals comes first is arbitrary, but the same in one database and in several shards. Reads
// all of them, as the texts can lift nearly each of so few onto the page; records that cannot be read are left out.
std::vector<RankedMatch> in_order_of_both_stages(const std::vector<Match>& matches, Reranker& reranker,
                                                 ArticleCodec& codec);

}  // namespace warta::searcher
