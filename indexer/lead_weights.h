// How much more a term counts that stands early in the body: the lead of a news article says what it is about.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace warta::indexer {

// The chronological term rank of Troy and Zhang ("Enhancing relevance scoring with chronological term rank", SIGIR
// 2007), written into the index: the first occurrence of a term in the body counts kLeadBonus / (1 + p / kLeadSlope)
// times more, p being the tokens before it. Stock BM25 then weighs it, at no cost to a query. Both were chosen
// together with BM25's own parameters (searcher/ranking/weights.h); docs/ranking.md has what it brings.
inline constexpr double kLeadBonus = 8.0;
inline constexpr double kLeadSlope = 10.0;

// Tokens after which the bonus rounds to nothing.
inline constexpr std::size_t kLeadTokens = 150;

constexpr std::array<std::uint32_t, kLeadTokens> lead_bonuses() {
  std::array<std::uint32_t, kLeadTokens> bonuses{};
  for (std::size_t p = 0; p < kLeadTokens; ++p) {
    bonuses[p] = static_cast<std::uint32_t>(kLeadBonus / (1.0 + static_cast<double>(p) / kLeadSlope) + 0.5);
  }
  return bonuses;
}

// What the first occurrence of a term counts more, by its position in the body.
inline constexpr std::array<std::uint32_t, kLeadTokens> kLeadBonuses = lead_bonuses();

static_assert(kLeadBonuses.front() == static_cast<std::uint32_t>(kLeadBonus) && kLeadBonuses.back() == 1);

}  // namespace warta::indexer
