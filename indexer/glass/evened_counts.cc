#include "indexer/glass/evened_counts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace warta::indexer::glass {
namespace {

// What deflate takes to describe a run: usual bits of a length, and of the sign that the one before comes three to six
// times again.
constexpr double kBitsOfLength = 3.5;
constexpr double kBitsOfRepetition = 5;
constexpr std::size_t kMostRepetitions = 6;
constexpr std::size_t kLeastRepetitions = 3;

double bits_to_describe(std::size_t symbols) {
  const std::size_t more = symbols - 1;
  if (more < kLeastRepetitions) return kBitsOfLength * static_cast<double>(symbols);
  return kBitsOfLength + kBitsOfRepetition * std::ceil(static_cast<double>(more) / kMostRepetitions);
}

// Bits that symbols with the mean count of a run save, against those that come once among all.
double bits_saved(std::uint64_t sum, std::size_t symbols) {
  if (sum == 0) return 0;
  return static_cast<double>(sum) * std::log2(static_cast<double>(sum) / static_cast<double>(symbols));
}

// Where the runs begin, the last one first: those that make descriptions and symbols the shortest, found by dynamic
// programming over where a run ends.
std::vector<std::size_t> begins_of_runs(std::span<const std::uint64_t> sums, std::uint32_t descriptions) {
  std::vector<double> least_bits(sums.size(), std::numeric_limits<double>::max());
  std::vector<std::size_t> begins(sums.size());
  least_bits[0] = 0;
  for (std::size_t end = 1; end < sums.size(); ++end) {
    for (std::size_t begin = 0; begin < end; ++begin) {
      const double bits = least_bits[begin] + descriptions * bits_to_describe(end - begin) -
                          bits_saved(sums[end] - sums[begin], end - begin);
      if (bits >= least_bits[end]) continue;
      least_bits[end] = bits;
      begins[end] = begin;
    }
  }
  std::vector<std::size_t> runs;
  for (std::size_t end = sums.size() - 1; end > 0; end = begins[end]) runs.push_back(begins[end]);
  return runs;
}

}  // namespace

std::vector<std::uint32_t> evened_counts(std::span<const std::uint32_t> counts, std::uint32_t descriptions) {
  std::vector<std::uint64_t> sums{0};  // of all counts before each
  for (const std::uint32_t count : counts) sums.push_back(sums.back() + count);
  std::vector<std::uint32_t> evened(counts.size());
  std::size_t end = counts.size();
  for (const std::size_t begin : begins_of_runs(sums, descriptions)) {
    const std::uint64_t sum = sums[end] - sums[begin];
    const std::uint64_t mean = sum == 0 ? 0 : std::max<std::uint64_t>(1, sum / (end - begin));
    std::fill(evened.begin() + static_cast<std::ptrdiff_t>(begin), evened.begin() + static_cast<std::ptrdiff_t>(end),
              static_cast<std::uint32_t>(mean));
    end = begin;
  }
  return evened;
}

}  // namespace warta::indexer::glass
