// The first stage of the ranking: Xapian's own BM25 with our numbers.
#pragma once

#include <cmath>

#include <xapian.h>

#include "database/frequency_unit.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {

// Over frequencies in units of 1 / kFrequencyUnit, which are normalised when an article is indexed
// (indexer/term_frequency.h): with b and k2 at 0, Xapian reads no document's length.
inline constexpr double kBm25UnitK1 = kBm25K1 * kFrequencyUnit;

inline Xapian::BM25Weight bm25() {
  return {kBm25UnitK1, 0, kBm25K3, 0, 0};
}

// Xapian multiplies each weight by k1 + 1: the query with its weights as they were with frequencies in occurrences, on
// which scale the second stage and recency add to them. Costs nothing.
inline Xapian::Query on_bm25_scale(const Xapian::Query& query) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, (kBm25K1 + 1) / (kBm25UnitK1 + 1)};
}

// The weight of a term's rareness in it (Robertson and Sparck Jones), where the term stands in so many of all articles.
inline double rareness(double articles, double all_articles) {
  const double odds = (all_articles - articles + 0.5) / (articles + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

}  // namespace warta::searcher
