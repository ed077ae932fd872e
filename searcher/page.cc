#include "searcher/page.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "database/frequency_unit.h"
#include "database/schema.h"
#include "searcher/ranking/bm25.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {

Hit* Page::take(const Xapian::Enquire& enquire, const Match& match, std::optional<Article> article) {
  if (is_full()) return nullptr;
  if (options_.folds_copies && folder_.is_repetition(match.document)) return nullptr;
  if (to_skip_ > 0) {
    --to_skip_;
    return nullptr;
  }
  if (!article) article = read(match.document);
  if (!article) return nullptr;
  Hit hit{std::move(*article), match.weight};
  if (recency_) hit.recency = recency_->gain(hit.article.published);
  if (options_.explain) hit.term_scores = explain(enquire, match.id, hit.article);
  if (options_.counts_matches) hit.copies = copies_of(session_.database(), match.id, match.document);
  return &hits_.emplace_back(std::move(hit));
}

std::optional<Article> Page::read(const Xapian::Document& document) {
  Result<Article> article = session_.codec().decode(document.get_value(kArticleSlot));
  return article ? std::optional(std::move(*article)) : std::nullopt;
}

// Each matching term alone, on this one article: the same weights that the whole query added up.
std::vector<TermScore> Page::explain(const Xapian::Enquire& enquire, Xapian::docid id, const Article& article) {
  std::vector<TermScore> scores;
  const std::set<std::string> terms(enquire.get_matching_terms_begin(id), enquire.get_matching_terms_end(id));
  const Xapian::Query this_article(identity_term(article));
  Xapian::Enquire single(session_.database());
  single.set_weighting_scheme(bm25());
  for (const auto& [term, share] : term_shares(query_, terms, kAcronymShare)) {
    if (share == 0.0) continue;
    single.set_query(on_bm25_scale({Xapian::Query::OP_FILTER, Xapian::Query(term), this_article}));
    const Xapian::MSet matches = single.get_mset(0, 1);
    Xapian::TermIterator entry = session_.database().termlist_begin(id);
    entry.skip_to(term);
    const double frequency = static_cast<double>(entry.get_wdf()) / kFrequencyUnit;
    scores.push_back({term, matches.empty() ? 0.0 : share * matches.begin().get_weight(), frequency});
  }
  std::ranges::stable_sort(scores, std::ranges::greater{}, &TermScore::score);
  return scores;
}

}  // namespace warta::searcher
