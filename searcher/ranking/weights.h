// Every number that the ranking depends on.
#pragma once

namespace warta::searcher {

// BM25 (Robertson et al., TREC-3, 1994) as Xapian computes it.
inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25K2 = 0.0;  // no separate weight for the document's length
inline constexpr double kBm25K3 = 1.0;
inline constexpr double kBm25B = 0.75;
inline constexpr double kBm25MinNormalisedLength = 0.5;

// A term that stands in the title adds this share of what it would weigh among the titles alone.
inline constexpr double kTitleShare = 0.0;

}  // namespace warta::searcher
