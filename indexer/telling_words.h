// Function words that tell Indonesian from its neighbours: small lists of our own, for what a statistical detector
// confuses, and for what is so plainly Indonesian that none need be asked.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

namespace warta::indexer {

enum class Tongue : std::uint8_t {
  common,      // words that Indonesian shares with Malay, and with no other of these
  indonesian,  // and not Malay
  malay,       // words and spellings that no Indonesian uses
  malayish,    // words that Malay uses far more, or with another meaning ("kereta", a car; in Indonesian of trains)
  javanese,
  sundanese,
  english,
};
inline constexpr std::size_t kTongueCount = 7;
inline constexpr std::size_t kTellingWordsBound = 512;  // there are fewer in all lists together

// What the words of a text tell.
class WordEvidence {
 public:
  // Takes the words of text, in any case. Linear in text.size(), about 3 ns a byte, and nothing is allocated.
  void add(std::string_view text);

  unsigned words() const { return words_; }
  unsigned count(Tongue tongue) const { return counts_[static_cast<std::size_t>(tongue)]; }
  unsigned different(Tongue tongue) const { return different_[static_cast<std::size_t>(tongue)]; }

 private:
  template <typename Entry>
  void count(const Entry* entry) {
    if (entry == nullptr) return;
    const auto tongue = static_cast<std::size_t>(entry->tongue);
    ++counts_[tongue];
    different_[tongue] += seen_[entry->ordinal] ? 0 : 1;
    seen_.set(entry->ordinal);
  }

  unsigned words_ = 0;
  std::array<unsigned, kTongueCount> counts_ = {};
  std::array<unsigned, kTongueCount> different_ = {};  // words, each once
  std::bitset<kTellingWordsBound> seen_;
};

// True for a word in lower case that stands in any of the lists.
bool is_function_word(std::string_view word);

}  // namespace warta::indexer
