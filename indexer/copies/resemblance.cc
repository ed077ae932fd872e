#include "indexer/copies/resemblance.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace warta::indexer {
namespace {

// Chosen on labelled pairs: docs/near-duplicates.md.
constexpr double kLeastShared = 0.44;         // of the runs, whatever else the texts share
constexpr double kContained = 0.97;           // of the shorter text's words: the longer one only adds passages
constexpr double kLikeness = 1.93;            // of what follows, and of the runs, in sum
constexpr double kWeightOfVocabulary = 1.25;  // the shorter text's words that the longer one has
constexpr double kWeightOfLead = 0.45;        // the words that both texts begin with
constexpr int kMostNumbersOfItsOwn = 3;       // that each may name

constexpr std::uint64_t kLowBits = 0x1111111111111111;  // of each code

// One bit for each code that is not zero.
std::uint64_t set_codes(std::uint64_t codes) {
  return (codes | codes >> 1 | codes >> 2 | codes >> 3) & kLowBits;
}

// How many of eight numbers' codes were counted, of sums of one bit for each code. Sums go up to eight, and so fit in
// the four bits of a code; all of them together make 128 at most, which fits in the byte that the multiplication ends
// in.
int total(std::uint64_t sums) {
  constexpr std::uint64_t kLowHalves = 0x0F0F0F0F0F0F0F0F;
  static_assert(TextTraits::kGroups == 8 && TextTraits::kBins < 256);
  return static_cast<int>(((sums & kLowHalves) + (sums >> 4 & kLowHalves)) * 0x0101010101010101 >> 56);
}

bool are_of_one_site(const TextTraits& one, const TextTraits& other) {
  return one.site == other.site || one.site == 0 || other.site == 0;
}

// A site's form that is filled in anew every day. Of two sites that print one report, each may give its own day.
bool are_of_other_days(const TextTraits& one, const TextTraits& other) {
  return are_of_one_site(one, other) && contradict(one.dates, other.dates);
}

// Two texts of one form with other figures.
bool name_other_numbers(const TextTraits& one, const TextTraits& other) {
  return std::min(one.numbers.count_without(other.numbers), other.numbers.count_without(one.numbers)) >
         kMostNumbersOfItsOwn;
}

}  // namespace

double shared_runs(const TextTraits& one, const TextTraits& other) {
  std::uint64_t either = 0;
  std::uint64_t both = 0;
  std::uint64_t differ = 0;
  for (std::size_t group = 0; group < TextTraits::kGroups; ++group) {
    const std::uint64_t first = set_codes(one.codes[group]);
    const std::uint64_t second = set_codes(other.codes[group]);
    either += first | second;
    both += first & second;
    differ += set_codes(one.codes[group] ^ other.codes[group]);
  }
  const int in_either = total(either);
  const int in_both = total(both);
  const int different = total(differ);
  if (in_either == 0) return 0;
  // Where both bins hold something different, one code in kCodes is the same by chance.
  const double by_chance = static_cast<double>(in_both) / in_either / TextTraits::kCodes;
  const double same = static_cast<double>(in_either - different) / in_either;
  return std::max(0.0, (same - by_chance) / (1 - by_chance));
}

bool are_copies(const TextTraits& one, const TextTraits& other, double shared) {
  if (shared < kLeastShared || are_of_other_days(one, other) || name_other_numbers(one, other)) return false;
  const double vocabulary = contained_words(one.words, other.words);
  if (vocabulary >= kContained) return true;
  return shared + kWeightOfVocabulary * vocabulary + kWeightOfLead * shared_words(one.lead, other.lead) >= kLikeness;
}

}  // namespace warta::indexer
