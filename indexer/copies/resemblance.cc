#include "indexer/copies/resemblance.h"

#include <algorithm>
#include <bit>
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

bool are_of_one_site(const TextSketch& one, const TextSketch& other) {
  return one.site == other.site || one.site == 0 || other.site == 0;
}

// A site's form that is filled in anew every day. Of two sites that print one report, each may give its own day.
bool are_of_other_days(const TextSketch& one, const TextSketch& other) {
  return are_of_one_site(one, other) && contradict(one.dates, other.dates);
}

// Two texts of one form with other figures.
bool name_other_numbers(const TextSketch& one, const TextSketch& other) {
  return std::min(one.numbers.count_without(other.numbers), other.numbers.count_without(one.numbers)) >
         kMostNumbersOfItsOwn;
}

}  // namespace

double shared_runs(const TextSketch& one, const TextSketch& other) {
  int in_either = 0;
  int in_both = 0;
  int different = 0;
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
    const std::uint64_t first = one.codes[group];
    const std::uint64_t second = other.codes[group];
    in_either += std::popcount(set_codes(first | second));
    in_both += std::popcount(set_codes(first) & set_codes(second));
    different += std::popcount(set_codes(first ^ second));
  }
  if (in_either == 0) return 0;
  // Where both bins hold something different, one code in kCodes is the same by chance.
  const double by_chance = static_cast<double>(in_both) / in_either / TextSketch::kCodes;
  const double same = static_cast<double>(in_either - different) / in_either;
  return std::max(0.0, (same - by_chance) / (1 - by_chance));
}

bool are_copies(const TextSketch& one, const TextSketch& other) {
  const double shared = shared_runs(one, other);
  if (shared < kLeastShared || are_of_other_days(one, other) || name_other_numbers(one, other)) return false;
  const double vocabulary = contained_words(one.words, other.words);
  if (vocabulary >= kContained) return true;
  return shared + kWeightOfVocabulary * vocabulary + kWeightOfLead * shared_words(one.lead, other.lead) >= kLikeness;
}

}  // namespace warta::indexer
