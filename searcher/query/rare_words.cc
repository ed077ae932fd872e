#include "searcher/query/rare_words.h"

#include <algorithm>

#include "searcher/ranking/bm25.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

struct RankedWord {
  std::size_t index;
  Xapian::doccount articles;  // of its rarest term
  double rareness;            // 0 for a word that no article has
};

RankedWord look_up(const Unit& word, std::size_t index, const Xapian::Database& database) {
  const Xapian::doccount all = database.get_doccount();
  Xapian::doccount articles = all;
  for (const std::string& term : word.terms) articles = std::min(articles, database.get_termfreq(term));
  return {index, articles, articles == 0 ? 0.0 : word.share * rareness(articles, all)};
}

}  // namespace

RareWords find_rare_words(const std::vector<const Unit*>& words, const Xapian::Database& database) {
  std::vector<RankedWord> ranked;
  double rest = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ranked.push_back(look_up(*words[i], i, database));
    rest += ranked.back().rareness;
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{}, &RankedWord::rareness);
  const double most_common = kShareOfCommonWords * rest;
  std::uint64_t postings = 0;
  RareWords split;
  for (const RankedWord& word : ranked) {
    if (rest > most_common || postings < kLeastRarePostings) {
      split.rare.push_back(word.index);
    } else {
      split.common.push_back(word.index);
    }
    rest -= word.rareness;
    postings += word.articles;
  }
  return split;
}

}  // namespace warta::searcher
