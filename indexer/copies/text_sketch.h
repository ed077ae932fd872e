// A few dozen bytes that tell how much two texts have in common word for word, without either of them.
//
// One-permutation MinHash (Li, Owen and Zhang 2012) over runs of kShingleWords words, of which four bits a bin are kept
// (b-bit MinHash, Li and Koenig 2010), and sets of words in a bit each: a sketch costs two hashes a word, and two of
// them a few operations on words of the machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/copies/word_bits.h"
#include "indexer/copies/word_scanner.h"

namespace warta::indexer {

inline constexpr std::size_t kShingleWords = 3;

// What two texts are compared by.
struct TextTraits {
  static constexpr std::size_t kGroups = 8;
  static constexpr std::size_t kBins = 128;    // in groups of 16
  static constexpr std::uint32_t kCodes = 15;  // that a bin can have, without the one for an empty bin

  // Sixteen bins a number: four bits of the least hash in each bin; 0 for a bin without any.
  std::array<std::uint64_t, kGroups> codes{};
  WordBits<256> words;
  WordBits<128> lead;    // the words that the text begins with
  WordBits<64> numbers;  // the words that begin with a digit
  NamedDates dates;
  std::uint8_t site = 0;  // 1 to 255: a hash of the site, one for all parts of a network; 0 where it is unknown

  bool operator==(const TextTraits&) const = default;
};

struct TextSketch : TextTraits {
  // The least hash in each group of bins: texts that share much share some of these, which finds them. 0: an empty one.
  std::array<std::uint32_t, kGroups> keys{};
  std::uint16_t shingles = 0;  // runs of words in the text, at most 65535; 0: too short to be compared

  bool is_comparable() const { return shingles > 0; }
  bool operator==(const TextSketch&) const = default;
};

// The sketch of a text in UTF-8, as articles have it: words are runs of letters and digits in any case, whatever marks
// stand between them. The site is a host name ("jatim.contoh.id"), or empty. Linear in text.size().
TextSketch sketch_text(std::string_view text, std::string_view site = {});

// The sketch as bytes for the database, and back; nothing where the bytes are no sketch.
std::string serialise_sketch(const TextSketch& sketch);
std::optional<TextSketch> unserialise_sketch(std::string_view bytes);

}  // namespace warta::indexer
