// The second stage of the ranking: what the texts of the best candidates add to the first stage's scores.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "database/article.h"
#include "searcher/query/clause.h"
#include "searcher/ranking/features.h"
#include "searcher/ranking/neighbours.h"
#include "searcher/ranking/stand_ins.h"
#include "searcher/ranking/telling_words.h"
#include "searcher/ranking/word_finder.h"

namespace warta::searcher {

using FeatureScores = std::array<double, kFeatureCount>;  // weighted, in the order of kFeatures

// One a query.
class Reranker {
 public:
  // Clause and analyzer must outlive it.
  Reranker(const Clause& query, analysis::Analyzer& analyzer);

  // Whether the texts can add anything that the first stage does not know: with two words or more they can.
  bool is_useful() const { return idf_.size() > 1; }

  // To be called before score(): in how many of so many articles a term stands.
  void take_frequencies(const std::function<Xapian::doccount(const std::string&)>& frequency_of,
                        Xapian::doccount articles);

  // What the texts of the candidates add, in their order.
  std::vector<FeatureScores> score(std::span<const Article* const> candidates);

 private:
  FeatureScores score_alone(const Article& article);
  void measure_early(std::uint32_t body_begin, FeatureScores& scores);
  void measure_sentences(FeatureScores& scores);
  void measure_passages(FeatureScores& scores);
  void measure_pairs(FeatureScores& scores);

  StandIns stand_ins_;
  WordFinder finder_;           // of the query's words, and behind them what may stand for them
  std::vector<double> idf_;     // by word of the query
  std::vector<double> shares_;  // of a word's weight that counts, by word of the query; 0 where its weight is 0
  std::vector<WordPlace> places_;
  std::vector<std::uint32_t> counts_;        // by word of the query
  std::vector<std::uint32_t> first_places_;  // in the body; the same
  Neighbours neighbours_;
  TellingWords telling_words_;
};

double sum(const FeatureScores& scores);

}  // namespace warta::searcher
