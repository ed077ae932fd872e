// What the second stage of the ranking looks at in the texts of the best candidates: one table, summed up with the
// first stage's score.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace warta::searcher {

enum class Feature : std::uint8_t { early, exact_sentence, passage, neighbours };

inline constexpr std::size_t kFeatureCount = 4;

// Every feature is a sum of the inverse document frequencies (BM25's) of those of the query's words that meet a
// condition, so that all are on the scale of the first stage's score. docs/ranking.md has what each brings.
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
    {"exact sentence", "kalimat persis", 0.4},
    // The words of the stretch of kPassageWords words that has most: passage-level evidence, Callan, SIGIR 1994, in the
    // fixed windows of Kaszkiel and Zobel, SIGIR 1997.
    {"passage", "penggalan", 1.2},
    // The words that the text lacks, by the share of the candidates like it that have them (neighbours.h).
    {"neighbours", "tetangga", 1.4},
}};

inline constexpr double kEarlySlope = 10.0;
inline constexpr std::uint32_t kPassageWords = 80;

// So many of the first stage's best articles are looked at; those below keep its order.
inline constexpr unsigned kRerankedArticles = 30;

}  // namespace warta::searcher
