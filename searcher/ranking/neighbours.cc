#include "searcher/ranking/neighbours.h"

#include <bit>

#include "base/utf8.h"

namespace warta::searcher {
namespace {

// The lead says what an article is about: whole texts as neighbours gain nothing beside it. Short words are mostly
// those of grammar.
constexpr unsigned kLeadWordCount = 30;
constexpr std::size_t kLeastLetters = 4;

}  // namespace

void Neighbours::clear() {
  leads_.clear();
  has_.clear();
}

void Neighbours::add(std::string_view body, const std::vector<std::uint32_t>& counts) {
  leads_.push_back(lead_words(body));
  for (const std::uint32_t count : counts) has_.push_back(count > 0 ? 1 : 0);
}

// FNV-1a of each word without case, of which the upper bits are taken.
Neighbours::LeadWords Neighbours::lead_words(std::string_view body) {
  constexpr std::uint32_t kBasis = 2166136261U;
  constexpr std::uint32_t kPrime = 16777619U;
  constexpr unsigned kUnusedBits = 32 - static_cast<unsigned>(std::bit_width(kBits - 1));
  LeadWords words{};
  unsigned left = kLeadWordCount;
  for (std::size_t at = 0; at < body.size() && left > 0;) {
    std::uint32_t hash = kBasis;
    std::size_t end = at;
    for (; end < body.size() && is_word_byte(body[end]); ++end) {
      hash = (hash ^ (static_cast<unsigned char>(body[end]) | 0x20U)) * kPrime;
    }
    if (end - at >= kLeastLetters) {
      const std::uint32_t bit = hash >> kUnusedBits;
      words[bit / kBitsOfPart] |= std::uint64_t{1} << (bit % kBitsOfPart);
      --left;
    }
    at = end + 1;
  }
  return words;
}

double Neighbours::likeness(const LeadWords& one, const LeadWords& other) {
  int shared = 0;
  for (std::size_t part = 0; part < one.size(); ++part) shared += std::popcount(one[part] & other[part]);
  const auto words = static_cast<double>(shared);
  return words * words * words;
}

std::vector<double> Neighbours::lent(const std::vector<double>& values) const {
  const std::size_t candidates = leads_.size();
  std::vector<double> likenesses(candidates * candidates, 0.0);  // none to itself
  for (std::size_t one = 0; one < candidates; ++one) {
    for (std::size_t other = one + 1; other < candidates; ++other) {
      const double like = likeness(leads_[one], leads_[other]);
      likenesses[one * candidates + other] = like;
      likenesses[other * candidates + one] = like;
    }
  }
  std::vector<double> sums;
  for (std::size_t candidate = 0; candidate < candidates; ++candidate) {
    sums.push_back(lent_to(candidate, likenesses, values));
  }
  return sums;
}

double Neighbours::lent_to(std::size_t candidate, const std::vector<double>& likenesses,
                           const std::vector<double>& values) const {
  const std::size_t candidates = leads_.size();
  const double* const likeness_to = likenesses.data() + candidate * candidates;
  double all = 0;
  for (std::size_t other = 0; other < candidates; ++other) all += likeness_to[other];
  if (all == 0) return 0;
  double sum = 0;
  for (std::size_t word = 0; word < words_; ++word) {
    if (has_[candidate * words_ + word] != 0) continue;
    double having = 0;
    for (std::size_t other = 0; other < candidates; ++other) {
      if (has_[other * words_ + word] != 0) having += likeness_to[other];
    }
    sum += values[word] * (having / all) * (having / all);
  }
  return sum;
}

}  // namespace warta::searcher
