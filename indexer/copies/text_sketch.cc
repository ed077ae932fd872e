#include "indexer/copies/text_sketch.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace warta::indexer {
namespace {

constexpr std::size_t kBinsPerGroup = TextSketch::kBins / TextSketch::kGroups;
constexpr unsigned kCodeBits = 4;
constexpr std::uint32_t kCodes = (1U << kCodeBits) - 1;  // without the one for an empty bin
constexpr std::uint64_t kLowBits = 0x1111111111111111;   // of each code
static_assert(kBinsPerGroup * kCodeBits == 64);

// Texts of fewer runs of words say too little: a line of furniture would be half of them.
constexpr std::size_t kLeastShingles = 24;

// Chosen on labelled pairs: docs/near-duplicates.md.
constexpr double kLeastShared = 0.59;
constexpr double kLeastContained = 0.95;             // of the shorter text, where the two
constexpr double kLeastSharedWhereContained = 0.47;  // share so much

constexpr std::size_t kSketchBytes = sizeof TextSketch::shingles + sizeof NamedDates::first + sizeof NamedDates::all +
                                     sizeof TextSketch::keys + sizeof TextSketch::codes;

constexpr std::uint32_t kEmptyBin = std::numeric_limits<std::uint32_t>::max();
using Minima = std::array<std::uint32_t, TextSketch::kBins>;

// Least hashes of the runs of words that pass by.
class ShingleHasher {
 public:
  ShingleHasher() { minima_.fill(kEmptyBin); }

  void add(std::uint64_t word) {
    std::uint64_t& oldest = window_[words_ % kShingleWords];
    polynomial_ = polynomial_ * kBase + word - oldest * kBaseToTheWindow;
    oldest = word;
    if (++words_ >= kShingleWords) count(mixed(polynomial_));
  }

  const Minima& minima() const { return minima_; }
  std::size_t shingles() const { return words_ < kShingleWords ? 0 : words_ - kShingleWords + 1; }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd, without a pattern: the golden ratio's
  static constexpr std::uint64_t kBaseToTheWindow = kBase * kBase * kBase;
  static_assert(kShingleWords == 3);

  // The finalizer of MurmurHash3: each bit of the result depends on each of the argument.
  static std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
    return hash ^ hash >> 33;
  }

  void count(std::uint64_t hash) {
    std::uint32_t& least = minima_[(hash >> 32) * TextSketch::kBins >> 32];
    least = std::min(least, static_cast<std::uint32_t>(hash));
  }

  std::array<std::uint64_t, kShingleWords> window_{};
  std::uint64_t polynomial_ = 0;
  std::size_t words_ = 0;
  Minima minima_;
};

void take_group(const Minima& minima, std::size_t group, TextSketch& sketch) {
  std::uint32_t least = kEmptyBin;
  for (std::size_t bin = 0; bin < kBinsPerGroup; ++bin) {
    const std::uint32_t hash = minima[group * kBinsPerGroup + bin];
    if (hash == kEmptyBin) continue;
    least = std::min(least, hash);
    sketch.codes[group] |= std::uint64_t{1 + hash % kCodes} << (bin * kCodeBits);
  }
  sketch.keys[group] = least + 1;  // kEmptyBin becomes 0
}

// One bit for each code that is not zero.
std::uint64_t set_codes(std::uint64_t codes) {
  return (codes | codes >> 1 | codes >> 2 | codes >> 3) & kLowBits;
}

template <typename Integer>
void append(Integer value, std::string& bytes) {
  for (std::size_t i = 0; i < sizeof value; ++i) bytes += static_cast<char>(value >> (8 * i));
}

template <typename Integer>
void take(std::string_view& bytes, Integer& value) {
  std::uint64_t read = 0;
  for (std::size_t i = 0; i < sizeof value; ++i) read |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  value = static_cast<Integer>(read);
  bytes.remove_prefix(sizeof value);
}

}  // namespace

TextSketch sketch_text(std::string_view text) {
  TextSketch sketch;
  ShingleHasher hasher;
  WordScanner words(text);
  while (words.next()) hasher.add(words.hash());
  if (hasher.shingles() < kLeastShingles) return sketch;
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) take_group(hasher.minima(), group, sketch);
  sketch.shingles = static_cast<std::uint16_t>(std::min<std::size_t>(hasher.shingles(), 0xFFFF));
  sketch.dates = words.dates();
  return sketch;
}

Resemblance resemblance(const TextSketch& one, const TextSketch& other) {
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
  if (in_either == 0) return {};
  // Where both bins hold something different, one code in kCodes is the same by chance.
  const double by_chance = static_cast<double>(in_both) / in_either / kCodes;
  const double same = static_cast<double>(in_either - different) / in_either;
  const double shared = std::max(0.0, (same - by_chance) / (1 - by_chance));
  const double sum = one.shingles + other.shingles;
  const double common = shared / (1 + shared) * sum;
  return {shared, std::min(1.0, common / std::min(one.shingles, other.shingles))};
}

bool are_copies(const TextSketch& one, const TextSketch& other) {
  if (contradict(one.dates, other.dates)) return false;
  const Resemblance alike = resemblance(one, other);
  return alike.shared >= kLeastShared ||
         (alike.shared >= kLeastSharedWhereContained && alike.contained >= kLeastContained);
}

std::string serialise_sketch(const TextSketch& sketch) {
  std::string bytes;
  append(sketch.shingles, bytes);
  append(sketch.dates.first, bytes);
  append(sketch.dates.all, bytes);
  for (const std::uint32_t key : sketch.keys) append(key, bytes);
  for (const std::uint64_t codes : sketch.codes) append(codes, bytes);
  return bytes;
}

std::optional<TextSketch> unserialise_sketch(std::string_view bytes) {
  TextSketch sketch;
  if (bytes.size() != kSketchBytes) return std::nullopt;
  take(bytes, sketch.shingles);
  take(bytes, sketch.dates.first);
  take(bytes, sketch.dates.all);
  for (std::uint32_t& key : sketch.keys) take(bytes, key);
  for (std::uint64_t& codes : sketch.codes) take(bytes, codes);
  return sketch;
}

}  // namespace warta::indexer
