#include "indexer/copies/text_sketch.h"

#include <algorithm>
#include <limits>

#include <xxhash.h>

namespace warta::indexer {
namespace {

constexpr std::size_t kBinsPerGroup = TextSketch::kBins / TextSketch::kGroups;
constexpr unsigned kCodeBits = 4;
static_assert(kBinsPerGroup * kCodeBits == 64 && TextSketch::kCodes == (1U << kCodeBits) - 1);

// Texts of fewer runs of words say too little: a line of furniture would be half of them.
constexpr std::size_t kLeastShingles = 24;

// The words that make the lead.
constexpr std::size_t kLeadWords = 100;

constexpr std::size_t kSketchBytes = sizeof TextSketch::shingles + sizeof TextSketch::site + sizeof NamedDates::first +
                                     sizeof NamedDates::all + sizeof TextSketch::keys + sizeof TextSketch::codes +
                                     sizeof TextSketch::words + sizeof TextSketch::lead + sizeof TextSketch::numbers;

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
  std::size_t words() const { return words_; }
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
    sketch.codes[group] |= std::uint64_t{1 + hash % TextSketch::kCodes} << (bin * kCodeBits);
  }
  sketch.keys[group] = least + 1;  // kEmptyBin becomes 0
}

// Of the last two labels: the parts of a network, "jatim.contoh.id" and "bola.contoh.id", count as one site.
std::uint8_t site_mark(std::string_view site) {
  if (site.empty()) return 0;
  const std::size_t last_dot = site.rfind('.');
  const std::size_t dot = last_dot == 0 || last_dot == site.npos ? site.npos : site.rfind('.', last_dot - 1);
  if (dot != site.npos) site.remove_prefix(dot + 1);
  return static_cast<std::uint8_t>(1 + XXH3_64bits(site.data(), site.size()) % 255);
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

template <typename Array>
void append_all(const Array& values, std::string& bytes) {
  for (const auto value : values) append(value, bytes);
}

template <typename Array>
void take_all(std::string_view& bytes, Array& values) {
  for (auto& value : values) take(bytes, value);
}

}  // namespace

TextSketch sketch_text(std::string_view text, std::string_view site) {
  TextSketch sketch;
  ShingleHasher hasher;
  WordScanner words(text);
  while (words.next()) {
    hasher.add(words.hash());
    sketch.words.add(words.hash());
    if (hasher.words() <= kLeadWords) sketch.lead.add(words.hash());
    if (words.is_number()) sketch.numbers.add(words.hash());
  }
  if (hasher.shingles() < kLeastShingles) return {};
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) take_group(hasher.minima(), group, sketch);
  sketch.shingles = static_cast<std::uint16_t>(std::min<std::size_t>(hasher.shingles(), 0xFFFF));
  sketch.dates = words.dates();
  sketch.site = site_mark(site);
  return sketch;
}

std::string serialise_sketch(const TextSketch& sketch) {
  std::string bytes;
  append(sketch.shingles, bytes);
  append(sketch.site, bytes);
  append(sketch.dates.first, bytes);
  append(sketch.dates.all, bytes);
  append_all(sketch.keys, bytes);
  append_all(sketch.codes, bytes);
  append_all(sketch.words.bits, bytes);
  append_all(sketch.lead.bits, bytes);
  append_all(sketch.numbers.bits, bytes);
  return bytes;
}

std::optional<TextSketch> unserialise_sketch(std::string_view bytes) {
  TextSketch sketch;
  if (bytes.size() != kSketchBytes) return std::nullopt;
  take(bytes, sketch.shingles);
  take(bytes, sketch.site);
  take(bytes, sketch.dates.first);
  take(bytes, sketch.dates.all);
  take_all(bytes, sketch.keys);
  take_all(bytes, sketch.codes);
  take_all(bytes, sketch.words.bits);
  take_all(bytes, sketch.lead.bits);
  take_all(bytes, sketch.numbers.bits);
  return sketch;
}

}  // namespace warta::indexer
