#include "indexer/glass/huffman_code.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace warta::indexer::glass {
namespace {

// Of leaves and packages in the order of their weights: which are leaves.
using Level = std::vector<bool>;

std::vector<std::uint64_t> packages_of(const std::vector<std::uint64_t>& weights) {
  std::vector<std::uint64_t> packages;
  for (std::size_t i = 0; i + 1 < weights.size(); i += 2) packages.push_back(weights[i] + weights[i + 1]);
  return packages;
}

// Lengths of the codes of leaves with these weights, which ascend. The package-merge algorithm: Larmore and Hirschberg
// 1990. A leaf's code is as long as the number of levels in which the cheapest 2n - 2 items of the last one have it.
std::vector<std::uint8_t> code_lengths(const std::vector<std::uint64_t>& leaves, unsigned longest) {
  std::vector<Level> levels;
  std::vector<std::uint64_t> weights;
  for (unsigned i = 0; i < longest; ++i) {
    const std::vector<std::uint64_t> packages = packages_of(weights);
    weights.clear();
    Level& level = levels.emplace_back();
    auto leaf = leaves.begin();
    auto package = packages.begin();
    while (leaf != leaves.end() || package != packages.end()) {
      level.push_back(package == packages.end() || (leaf != leaves.end() && *leaf <= *package));
      weights.push_back(level.back() ? *leaf++ : *package++);
    }
  }
  std::vector<std::uint8_t> lengths(leaves.size());
  auto taken = static_cast<std::ptrdiff_t>(2 * leaves.size() - 2);
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    const std::ptrdiff_t taken_leaves = std::count(level->begin(), level->begin() + taken, true);
    for (std::ptrdiff_t i = 0; i < taken_leaves; ++i) ++lengths[static_cast<std::size_t>(i)];
    taken = 2 * (taken - taken_leaves);
  }
  return lengths;
}

std::uint16_t reversed(std::uint32_t bits, unsigned length) {
  std::uint32_t result = 0;
  for (unsigned i = 0; i < length; ++i) result |= (bits >> i & 1) << (length - 1 - i);
  return static_cast<std::uint16_t>(result);
}

// RFC 1951, 3.2.2: codes of one length follow each other in the order of the symbols, after all shorter ones.
void assign_bits(std::vector<HuffmanCode>& codes, unsigned longest) {
  std::uint32_t next = 0;
  for (unsigned length = 1; length <= longest; ++length) {
    for (HuffmanCode& code : codes) {
      if (code.length == length) code.bits = reversed(next++, length);
    }
    next <<= 1;
  }
}

}  // namespace

std::vector<HuffmanCode> huffman_codes(std::span<const std::uint32_t> counts, unsigned longest) {
  std::vector<std::size_t> symbols(counts.size());
  std::iota(symbols.begin(), symbols.end(), std::size_t{0});
  std::erase_if(symbols, [&](std::size_t symbol) { return counts[symbol] == 0; });
  std::ranges::stable_sort(symbols, {}, [&](std::size_t symbol) { return counts[symbol]; });
  std::vector<std::uint64_t> leaves;
  for (const std::size_t symbol : symbols) leaves.push_back(counts[symbol]);

  std::vector<HuffmanCode> codes(counts.size());
  const std::vector<std::uint8_t> lengths = code_lengths(leaves, longest);
  for (std::size_t i = 0; i < symbols.size(); ++i) codes[symbols[i]].length = lengths[i];
  assign_bits(codes, longest);
  return codes;
}

}  // namespace warta::indexer::glass
