// The first stage of the ranking: Xapian's own BM25 with our numbers.
#pragma once

#include <cmath>

#include <xapian.h>

#include "searcher/ranking/weights.h"

namespace warta::searcher {

inline Xapian::BM25Weight bm25() {
  return {kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormalisedLength};
}

// The weight of a term's rareness in it (Robertson and Sparck Jones), where the term stands in so many of all articles.
inline double rareness(double articles, double all_articles) {
  const double odds = (all_articles - articles + 0.5) / (articles + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

}  // namespace warta::searcher
