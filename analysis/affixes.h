// The affixes of Indonesian as tables: prefixes with their recodings, suffixes, clitics, and the pairs that never go
// together. After Nazief & Adriani (1996), Asian (2007, the enhanced confix stripper) and Adriani et al. (2007).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace warta::analysis {

// Prefixes of one meaning, whatever sound they take before a root.
enum class PrefixGroup : std::uint8_t {
  bare,        // no prefix: a suffix alone
  active,      // me(N)-, and the forms that share its suffixes: di-, ku-, kau-
  ber,         // ber-, be-, bel-
  ter,         // ter-, te-, tel-
  ke,          // ke-, ketidak-
  pe,          // pe(N)-
  per,         // per-, pel-: also after me- and di-
  se,          // se-
  colloquial,  // nge-, ng-, ny- of spoken Jakarta
};
inline constexpr int kPrefixGroups = 9;

enum class Suffix : std::uint8_t { none, an, kan, i };
inline constexpr int kSuffixes = 4;

// Which affixes a root takes: a bit for each pair of prefix group and suffix. The dictionary says it of each root.
using Licences = std::uint64_t;
constexpr Licences licence(PrefixGroup group, Suffix suffix) {
  return Licences{1} << (static_cast<int>(group) * kSuffixes + static_cast<int>(suffix));
}
constexpr Licences any_suffix(PrefixGroup group) {
  return Licences{0b1111} << (static_cast<int>(group) * kSuffixes);
}
inline constexpr Licences kEveryLicence = ~Licences{0};

// A set of first letters, as bits from 'a'.
using Letters = std::uint32_t;
constexpr Letters letters(std::string_view members) {
  Letters set = 0;
  for (const char member : members) set |= Letters{1} << (member - 'a');
  return set;
}
constexpr bool contains(Letters set, char letter) {
  return letter >= 'a' && letter <= 'z' && (set >> (letter - 'a') & 1) != 0;
}

// What else must hold of the part after a prefix.
enum class Condition : std::uint8_t {
  always,
  consonant_er,  // a consonant and "er": bekerja, beserta, teperinci
  one_syllable,  // mengebom, pengecatan
  ajar,          // belajar, pelajar
  anjur,         // telanjur
};

struct PrefixRule {
  std::string_view text;
  Letters before;  // the first letters of what may follow
  char restored;   // the root's own first letter, swallowed by the nasal: menulis -> tulis; 0 for none
  PrefixGroup group;
  Condition condition = Condition::always;
  bool outermost = false;  // nothing stands before it
};

// The rules whose text begins with this letter.
std::span<const PrefixRule> prefix_rules(char first_letter);

// Whether `inner` may stand between `outer` and the root: di-per-, ke-ber-, pe-ke-.
bool may_follow(PrefixGroup outer, PrefixGroup inner);

struct SuffixRule {
  std::string_view text;
  Suffix suffix;  // what it means: spoken -in is -kan
  bool only_given =
      false;  // without a prefix, only after a root to which the dictionary gives it: names end so (Helmi)
};
std::span<const SuffixRule> suffix_rules();

// Whether the prefix and the suffix never go together: be-...-i, di-...-an, se-...-kan.
bool is_forbidden(const PrefixRule& outer, const SuffixRule& suffix);

// -ku -mu -nya, and -lah -kah -tah -pun after them.
std::span<const std::string_view> possessives();
std::span<const std::string_view> particles();

inline constexpr int kMostPrefixes = 3;

}  // namespace warta::analysis
