// A few dozen bytes that tell how much two texts have in common word for word, without either of them.
//
// One-permutation MinHash (Li, Owen and Zhang 2012) over runs of kShingleWords words, of which four bits a bin are kept
// (b-bit MinHash, Li and Koenig 2010): a sketch costs one hash a word, and two of them a few operations on words of the
// machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/copies/word_scanner.h"

namespace warta::indexer {

inline constexpr std::size_t kShingleWords = 3;

struct TextSketch {
  static constexpr std::size_t kGroups = 8;
  static constexpr std::size_t kBins = 128;  // in groups of 16

  // The least hash in each group of bins: texts that share much share some of these, which finds them. 0: an empty one.
  std::array<std::uint32_t, kGroups> keys{};
  // Sixteen bins a number: four bits of the least hash in each bin; 0 for a bin without any.
  std::array<std::uint64_t, kGroups> codes{};
  NamedDates dates;
  std::uint16_t shingles = 0;  // runs of words in the text, at most 65535; 0: too short to be compared

  bool is_comparable() const { return shingles > 0; }
  bool operator==(const TextSketch&) const = default;
};

// The sketch of a text in UTF-8, as articles have it: words are runs of letters and digits in any case, whatever marks
// stand between them. Linear in text.size().
TextSketch sketch_text(std::string_view text);

// What two texts have in common, estimated: 1 for the same words in the same order.
struct Resemblance {
  double shared = 0;     // of all runs of words in either: the Jaccard index. Standard error .05 where half is shared
  double contained = 0;  // of the runs of the shorter text, those in the other one too
};
Resemblance resemblance(const TextSketch& one, const TextSketch& other);

// True where one text is a copy of the other: the same, lightly edited, or the same with passages added. Texts that
// repeat their words from day to day (schedules, prices, weather) are told apart by the dates that they name.
bool are_copies(const TextSketch& one, const TextSketch& other);

// The sketch as bytes for the database, and back; nothing where the bytes are no sketch.
std::string serialise_sketch(const TextSketch& sketch);
std::optional<TextSketch> unserialise_sketch(std::string_view bytes);

}  // namespace warta::indexer
