// How much a term stands in a text, as the index holds it: its occurrences against the length of the text, so that a
// search asks no article for its length.
#pragma once

#include <algorithm>
#include <cstdint>

#include "database/frequency_unit.h"

namespace warta::indexer {

// The length normalisation of BM25 (Robertson et al., TREC-3, 1994), written into the index. It leaves the matcher a
// third less to do (docs/searching-speed.md), and the same article gets the same frequencies in any database: the usual
// length is a constant, and no mean that every article moves. Chosen together with the title's and the lead's weights
// (docs/ranking.md).
inline constexpr double kLengthShare = 0.7;  // b of BM25: 0 would count occurrences alone, 1 only their density
inline constexpr double kLeastLength = 0.5;  // of the usual one; texts that are shorter still count as so long

// In tokens that are counted as the index counts them, title and lead more than once. The mean of the news is 485 and
// that of encyclopedia passages 220; what is between costs neither more than .002 of MRR@10, the one's mean the other
// .004. A title's is the mean of the news.
inline constexpr double kUsualArticleLength = 350;
inline constexpr double kUsualTitleLength = 10;

class TermFrequency {
 public:
  TermFrequency(double length, double usual_length)
      : scale_(kFrequencyUnit / (1 - kLengthShare + kLengthShare * std::max(length / usual_length, kLeastLength))) {}

  // In units of 1 / kFrequencyUnit, from 1 to kGreatestFrequency.
  std::uint32_t of(std::uint32_t occurrences) const {
    const double frequency = std::min<double>(scale_ * occurrences + 0.5, kGreatestFrequency);
    return std::max(static_cast<std::uint32_t>(frequency), std::uint32_t{1});
  }

 private:
  double scale_;
};

}  // namespace warta::indexer
