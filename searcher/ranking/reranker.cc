#include "searcher/ranking/reranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "analysis/title_list.h"
#include "database/schema.h"

namespace warta::searcher {
namespace {

double& of(FeatureScores& scores, Feature feature) {
  return scores[static_cast<std::size_t>(feature)];
}

std::vector<const Unit*> plain_words(const Clause& query) {
  std::vector<const Unit*> units;
  for_each_wanted_leaf(query, [&](const Clause& leaf) {
    if (leaf.kind != NodeKind::words || leaf.field != nullptr) return;
    for (const Unit& unit : leaf.units) units.push_back(&unit);
  });
  return units;
}

std::vector<const Unit*> with(std::vector<const Unit*> words, const StandIns& stand_ins) {
  for (const Unit& unit : stand_ins.units()) words.push_back(&unit);
  return words;
}

std::size_t different_terms(const std::vector<const Unit*>& units) {
  std::set<std::string_view> terms;
  for (const Unit* unit : units) terms.insert(unit->terms.begin(), unit->terms.end());
  terms.erase("");
  return terms.size();
}

// As Xapian's BM25 has it, but never below zero.
double inverse_frequency(Xapian::doccount with_word, Xapian::doccount articles) {
  const double without = std::max(0.0, static_cast<double>(articles) - static_cast<double>(with_word));
  return std::max(0.0, std::log((without + 0.5) / (static_cast<double>(with_word) + 0.5)));
}

}  // namespace

double sum(const FeatureScores& scores) {
  return std::accumulate(scores.begin(), scores.end(), 0.0);
}

Reranker::Reranker(const Clause& query, analysis::Analyzer& analyzer)
    : stand_ins_(query),
      finder_(with(plain_words(query), stand_ins_), analyzer),
      idf_(different_terms(plain_words(query)), 0.0),
      shares_(idf_.size(), 0.0),
      counts_(idf_.size(), 0),
      first_places_(idf_.size(), TellingWords::kNowhere),
      neighbours_(idf_.size()),
      telling_words_(idf_.size()) {
  stand_ins_.number_words(finder_);
}

void Reranker::take_frequencies(const std::function<Xapian::doccount(const std::string&)>& frequency_of,
                                Xapian::doccount articles) {
  for (std::size_t word = 0; word < idf_.size(); ++word) {
    const double idf = inverse_frequency(frequency_of(finder_.term(word)), articles);
    shares_[word] = idf > 0 ? finder_.share(word) : 0.0;
    idf_[word] = finder_.share(word) * idf;
  }
}

std::vector<FeatureScores> Reranker::score(std::span<const Article* const> candidates) {
  neighbours_.clear();
  telling_words_.clear();
  std::vector<FeatureScores> scores;
  scores.reserve(candidates.size());
  for (const Article* article : candidates) scores.push_back(score_alone(*article));
  const std::vector<double> lent = neighbours_.lent(idf_);
  const std::vector<double> telling = telling_words_.scores(shares_);
  for (std::size_t candidate = 0; candidate < scores.size(); ++candidate) {
    of(scores[candidate], Feature::neighbours) = lent[candidate];
    of(scores[candidate], Feature::telling) = telling[candidate];
    for (std::size_t i = 0; i < kFeatureCount; ++i) scores[candidate][i] *= kFeatures[i].weight;
  }
  return scores;
}

FeatureScores Reranker::score_alone(const Article& article) {
  std::ranges::fill(counts_, 0);
  std::ranges::fill(first_places_, TellingWords::kNowhere);
  if (analysis::is_title_list(article.body)) {
    neighbours_.add({}, counts_);
    telling_words_.add(counts_, first_places_);
    return {};
  }
  const analysis::Stemming stemming = stemming_of(article);
  places_.clear();
  std::uint32_t position = 0;
  std::uint32_t sentence = 0;
  finder_.find(article.title, stemming, position, sentence, places_);
  position += kPassageWords;  // no passage begins in the title and ends in the body
  const std::uint32_t body_begin = position;
  finder_.find(article.body, stemming, position, sentence, places_);
  stand_ins_.replace(places_, idf_.size());

  FeatureScores scores{};
  measure_early(body_begin, scores);
  measure_sentences(scores);
  measure_passages(scores);
  measure_pairs(scores);
  std::ranges::fill(counts_, 0);
  for (const WordPlace& place : places_) ++counts_[place.word];
  neighbours_.add(article.body, counts_);
  telling_words_.add(counts_, first_places_);
  return scores;
}

void Reranker::measure_early(std::uint32_t body_begin, FeatureScores& scores) {
  std::ranges::fill(counts_, 0);
  for (const WordPlace& place : places_) {
    if (place.position < body_begin || counts_[place.word]++ > 0) continue;
    first_places_[place.word] = place.position - body_begin;
    const double distance = first_places_[place.word] / kEarlySlope;
    of(scores, Feature::early) += idf_[place.word] / (1.0 + distance);
  }
}

void Reranker::measure_sentences(FeatureScores& scores) {
  for (auto place = places_.begin(); place != places_.end();) {
    std::ranges::fill(counts_, 0);
    double held = 0;
    const std::uint32_t sentence = place->sentence;
    for (; place != places_.end() && place->sentence == sentence; ++place) {
      if (place->is_exact && counts_[place->word]++ == 0) held += idf_[place->word];
    }
    double& best = of(scores, Feature::exact_sentence);
    best = std::max(best, held);
  }
}

void Reranker::measure_passages(FeatureScores& scores) {
  std::ranges::fill(counts_, 0);
  double held = 0;
  auto first = places_.begin();
  for (const WordPlace& last : places_) {
    if (counts_[last.word]++ == 0) held += idf_[last.word];
    for (; last.position - first->position >= kPassageWords; ++first) {
      if (--counts_[first->word] == 0) held -= idf_[first->word];
    }
    double& best = of(scores, Feature::passage);
    best = std::max(best, held);
  }
}

void Reranker::measure_pairs(FeatureScores& scores) {
  std::ranges::fill(counts_, 0);
  for (auto first = places_.begin(); first != places_.end(); ++first) {
    for (auto next = first; next != places_.end() && next->position <= first->position + kPairDistance; ++next) {
      if (next->word != first->word + 1 || counts_[first->word]++ > 0) continue;
      of(scores, Feature::pairs) += std::min(shares_[first->word], shares_[next->word]);
    }
  }
}

}  // namespace warta::searcher
