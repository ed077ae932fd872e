// How common a term is in Indonesian news: a short list, the same for every database, so that index and query agree.
#pragma once

#include <cstdint>
#include <string_view>

namespace warta {

// The rarity of every term that is not among the commonest 654: of articles, one of 2^rarity or fewer have it.
inline constexpr unsigned kUncommonRarity = 7;

std::uint64_t hash_of_term(std::string_view term);

// The binary logarithm of how many articles there are to one that has the term with this hash (hash_of_term): 0 to 4
// for the commonest, else kUncommonRarity.
unsigned rarity_of_term(std::uint64_t term_hash);

}  // namespace warta
