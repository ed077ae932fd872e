// Which scores are equal.
#pragma once

#include <cmath>
#include <cstdint>

namespace warta::searcher {

// Scores that differ by less than one in so many are equal: shards add up the weights of terms in other orders.
inline constexpr double kScoreDigits = 1e9;

// The score without its last digits, for an order in which equals are equal.
inline std::int64_t rank_of(double score) {
  return std::llround(score * kScoreDigits);
}

}  // namespace warta::searcher
