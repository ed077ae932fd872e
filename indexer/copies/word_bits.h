// A set of words in a few bits: which words two texts share, without either of them.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace warta::indexer {

// Each word sets one of kBits bits (linear counting: Whang, Vander-Zanden and Taylor 1990). What two sets share is
// estimated from the bits that differ, so a set of which the other has all is known to be one for certain. Good for up
// to twice as many different words as bits.
template <std::size_t kBits>
class WordBits {
 public:
  static constexpr std::size_t kNumbers = kBits / 64;
  static_assert(std::has_single_bit(kBits) && kNumbers > 0);

  void add(std::uint64_t hash) {
    constexpr int kTop = std::countr_zero(kBits);
    const std::uint64_t bit = hash * 0x9E3779B97F4A7C15 >> (64 - kTop);  // multiplicative hashing: Knuth, 6.4
    bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  int count() const {
    int set = 0;
    for (const std::uint64_t number : bits) set += std::popcount(number);
    return set;
  }

  // Bits that are set here and not there.
  int count_without(const WordBits& other) const {
    int set = 0;
    for (std::size_t i = 0; i < kNumbers; ++i) set += std::popcount(bits[i] & ~other.bits[i]);
    return set;
  }

  bool operator==(const WordBits&) const = default;

  std::array<std::uint64_t, kNumbers> bits{};
};

// How many different words set so many bits, estimated.
template <std::size_t kBits>
double words_in_bits(int set) {
  constexpr double kAll = kBits;
  return -kAll * std::log1p(-std::min<double>(set, kAll - 1) / kAll);
}

// Of the different words of the smaller set, the share that the larger one has too; 1 where one of them is empty.
template <std::size_t kBits>
double contained_words(const WordBits<kBits>& one, const WordBits<kBits>& other) {
  const bool one_is_smaller = one.count() <= other.count();
  const WordBits<kBits>& smaller = one_is_smaller ? one : other;
  const WordBits<kBits>& larger = one_is_smaller ? other : one;
  if (smaller.count() == 0) return 1;
  // A word that is missing there meets a bit that is set there by chance.
  const double seen = 1 - std::min<double>(larger.count(), kBits - 1) / kBits;
  const double missing = smaller.count_without(larger) / seen;
  return std::max(0.0, 1 - missing / words_in_bits<kBits>(smaller.count()));
}

// Of the different words in either set, the share in both: the Jaccard index; 1 where both are empty.
template <std::size_t kBits>
double shared_words(const WordBits<kBits>& one, const WordBits<kBits>& other) {
  const double in_either = words_in_bits<kBits>(one.count() + other.count_without(one));
  if (in_either == 0) return 1;
  const double in_both = words_in_bits<kBits>(one.count()) + words_in_bits<kBits>(other.count()) - in_either;
  return std::max(0.0, in_both / in_either);
}

}  // namespace warta::indexer
