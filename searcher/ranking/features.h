// What the second stage of the ranking looks at in the texts of the best candidates: one table, summed up with the
// first stage's score.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace warta::searcher {

enum class Feature : std::uint8_t { early, exact_sentence, passage, neighbours, telling, pairs };

inline constexpr std::size_t kFeatureCount = 6;

// Every feature but the last two is a sum of the inverse document frequencies (BM25's) of those of the query's words
// that meet a condition, so that all are on the scale of the first stage's score. docs/ranking.md has what each brings.
struct FeatureRow {
  const char* name;
  const char* indonesian_name;
  double weight;
};

inline constexpr std::array<FeatureRow, kFeatureCount> kFeatures = {{
    // Each word by its first place in the body, 1 / (1 + p / kEarlySlope): the chronological term rank of Troy and
    // Zhang, SIGIR 2007.
    {"early", "awal", 0.5},
    // The words, in the form in which the query has them, of the one sentence (or title) that has most: the term
    // dependence of Metzler and Croft, SIGIR 2005, with the sentence as the window.
    {"exact sentence", "kalimat persis", 0.5},
    // The words of the stretch of kPassageWords words that has most: passage-level evidence, Callan, SIGIR 1994, in the
    // fixed windows of Kaszkiel and Zobel, SIGIR 1997.
    {"passage", "penggalan", 0.8},
    // The words that the text lacks, by the share of the candidates like it that have them (neighbours.h).
    {"neighbours", "tetangga", 1.4},
    // The words that few of the candidates hold, by their first place in the body (telling_words.h).
    {"telling", "pembeda", 4.0},
    // How many of the words that follow each other in the query do so in the text, no more than kPairDistance apart:
    // the ordered window of Metzler and Croft, SIGIR 2005.
    {"pairs", "pasangan", 1.5},
}};

inline constexpr double kEarlySlope = 10.0;
inline constexpr std::uint32_t kPassageWords = 80;
inline constexpr std::uint32_t kPairDistance = 3;

// So many of the first stage's best articles are looked at; those below keep its order.
inline constexpr unsigned kRerankedArticles = 30;

}  // namespace warta::searcher
