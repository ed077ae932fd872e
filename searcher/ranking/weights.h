// Every number that the ranking depends on.
#pragma once

namespace warta::searcher {

// BM25 (Robertson et al., TREC-3, 1994) as Xapian computes it. News articles say what they are about in a few
// repetitions, so a term saturates early: k1 0.8 instead of 1.2 raised MRR@10 by .008 on questions to news and by .002
// on questions to encyclopedia passages; b from .65 to .85 changed neither by more than .004.
inline constexpr double kBm25K1 = 0.8;
inline constexpr double kBm25K2 = 0.0;  // no separate weight for the document's length
inline constexpr double kBm25K3 = 1.0;
inline constexpr double kBm25B = 0.75;
inline constexpr double kBm25MinNormalisedLength = 0.5;

// Up to so many plain words, articles with all of them come before those with some: short queries name what must be
// there. In longer ones the best match decides. On questions to encyclopedia passages the rule costs .001 of MRR@10 up
// to two words, .005 up to three; on questions to news .0005 and .001.
inline constexpr unsigned kMostWordsThatMustAllMatch = 2;

// An acronym that stands for the long form in the query, or the other way round, weighs this share of what its terms
// would weigh. docs/benchmarks.md has the figures.
inline constexpr double kAcronymShare = 0.1;

}  // namespace warta::searcher
