#include "searcher/ranking/telling_words.h"

#include <cmath>

namespace warta::searcher {
namespace {

// Words after which a place counts half: a lead of two or three sentences.
constexpr double kSlope = 30.0;

}  // namespace

void TellingWords::clear() {
  candidates_ = 0;
  holding_.assign(words_, 0);
  first_places_.clear();
}

void TellingWords::add(const std::vector<std::uint32_t>& counts, const std::vector<std::uint32_t>& first_places) {
  ++candidates_;
  for (std::size_t word = 0; word < words_; ++word) holding_[word] += counts[word] > 0 ? 1U : 0U;
  first_places_.insert(first_places_.end(), first_places.begin(), first_places.end());
}

// Above 0 for a word that all of them hold, so that a query with few answers still has an order.
double TellingWords::value_of(std::size_t word) const {
  return std::log((static_cast<double>(candidates_) + 1.0) / (holding_[word] + 0.5));
}

std::vector<double> TellingWords::scores(const std::vector<double>& shares) const {
  std::vector<double> values;
  for (std::size_t word = 0; word < words_; ++word) values.push_back(shares[word] * value_of(word));
  std::vector<double> sums(candidates_, 0.0);
  for (std::size_t i = 0; i < first_places_.size(); ++i) {
    if (first_places_[i] != kNowhere) sums[i / words_] += values[i % words_] / (1.0 + first_places_[i] / kSlope);
  }
  return sums;
}

}  // namespace warta::searcher
