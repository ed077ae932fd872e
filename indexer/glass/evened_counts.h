// Counts of symbols, evened out so that the code that is made of them takes few bytes to describe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace warta::indexer::glass {

// Each run of neighbouring symbols whose codes may as well be of one length gets its mean count, 1 at least where one
// of them comes: deflate describes codes by runs of equal lengths. How many symbols make a run is weighed: a
// description stands `descriptions` times beside all the symbols that were counted. Quadratic in counts.size().
std::vector<std::uint32_t> evened_counts(std::span<const std::uint32_t> counts, std::uint32_t descriptions);

}  // namespace warta::indexer::glass
