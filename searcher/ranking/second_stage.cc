#include "searcher/ranking/second_stage.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "database/schema.h"
#include "searcher/ranking/score_order.h"

namespace warta::searcher {
namespace {

void order_equals(std::vector<RankedMatch>& matches) {
  for (auto first = matches.begin(); first != matches.end();) {
    const auto last = std::find_if(first, matches.end(), [&](const auto& other) { return other.rank != first->rank; });
    if (last - first > 1) {
      std::ranges::stable_sort(
          first, last, {}, [](const RankedMatch& ranked) { return ranked.match.document.get_value(kContentHashSlot); });
    }
    first = last;
  }
}

}  // namespace

std::vector<RankedMatch> in_order_of_both_stages(const std::vector<Match>& matches, Reranker& reranker,
                                                 ArticleCodec& codec) {
  std::vector<RankedMatch> ranked;
  ranked.reserve(matches.size());
  for (const Match& match : matches) {
    Result<Article> article = codec.decode(match.document.get_value(kArticleSlot));
    if (article) ranked.push_back({match, std::move(*article)});
  }
  std::vector<const Article*> articles;
  for (const RankedMatch& one : ranked) articles.push_back(&one.article);
  const std::vector<FeatureScores> features = reranker.score(articles);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    ranked[i].features = features[i];
    ranked[i].score = ranked[i].match.weight + sum(features[i]);
    ranked[i].rank = rank_of(ranked[i].score);
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{}, &RankedMatch::rank);
  order_equals(ranked);
  return ranked;
}

}  // namespace warta::searcher
