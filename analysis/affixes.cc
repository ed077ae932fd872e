// See affixes.h. A row of a table is a rule of the grammar; the order of rows means nothing.
#include "analysis/affixes.h"

#include <algorithm>
#include <array>

namespace warta::analysis {
namespace {

using enum PrefixGroup;
using enum Condition;

constexpr Letters kVowels = letters("aeiou");
constexpr Letters kAny = letters("abcdefghijklmnopqrstuvwxyz");
constexpr Letters kNotR = kAny & ~letters("r");
constexpr Letters kConsonants = kAny & ~kVowels;

// Sorted by first letter.
constexpr PrefixRule kPrefixRules[] = {
    // text, before, restored, group, condition, outermost
    {"ber", kNotR, 0, ber},
    {"be", letters("r"), 0, ber},
    {"be", kConsonants & ~letters("r"), 0, ber, consonant_er},
    {"bel", letters("a"), 0, ber, ajar},
    {"di", kAny, 0, active, always, true},
    {"ke", kAny, 0, ke},
    {"ketidak", kAny, 0, ke, always, true},
    {"ku", kAny, 0, active, always, true},
    {"kau", kAny, 0, active, always, true},
    {"me", letters("lmnrwy"), 0, active, always, true},
    {"mem", letters("bfvp"), 0, active, always, true},
    {"mem", kVowels | letters("lr"), 'p', active, always, true},
    {"men", letters("cdjstz"), 0, active, always, true},
    {"men", kVowels, 't', active, always, true},
    {"meny", kVowels, 's', active, always, true},
    {"meng", kVowels | letters("ghkqx"), 0, active, always, true},
    {"meng", kVowels | letters("lr"), 'k', active, always, true},
    {"menge", kConsonants, 0, active, one_syllable, true},
    {"nge", kConsonants, 0, colloquial, always, true},
    {"ng", kVowels, 0, colloquial, always, true},
    {"ng", kVowels, 'k', colloquial, always, true},
    {"ny", kVowels, 's', colloquial, always, true},
    {"per", kNotR, 0, per},
    {"pe", letters("r"), 0, per},
    {"pel", letters("a"), 0, per, ajar},
    {"pe", kConsonants, 0, pe},
    {"pem", letters("bfvp"), 0, pe},
    {"pem", kVowels | letters("lr"), 'p', pe},
    {"pen", letters("cdjstz"), 0, pe},
    {"pen", kVowels, 't', pe},
    {"peny", kVowels, 's', pe},
    {"peng", kVowels | letters("ghklqr"), 0, pe},
    {"peng", kVowels | letters("lr"), 'k', pe},
    {"penge", kConsonants, 0, pe, one_syllable},
    {"se", kAny, 0, se},
    {"ter", kNotR, 0, ter},
    {"te", letters("r"), 0, ter},
    {"te", kConsonants & ~letters("r"), 0, ter, consonant_er},
    {"tel", letters("a"), 0, ter, anjur},
};

constexpr std::span<const PrefixRule> rules_of(char first_letter) {
  const PrefixRule* begin = kPrefixRules;
  const PrefixRule* const end = kPrefixRules + std::size(kPrefixRules);
  while (begin != end && begin->text[0] != first_letter) ++begin;
  const PrefixRule* last = begin;
  while (last != end && last->text[0] == first_letter) ++last;
  return {begin, last};
}

constexpr auto kRulesOfLetter = [] {
  std::array<std::span<const PrefixRule>, 26> rules;
  for (char letter = 'a'; letter <= 'z'; ++letter) rules[static_cast<size_t>(letter - 'a')] = rules_of(letter);
  return rules;
}();

using Groups = std::uint16_t;
constexpr Groups groups(std::initializer_list<PrefixGroup> members) {
  unsigned set = 0;
  for (const PrefixGroup member : members) set |= 1U << static_cast<int>(member);
  return static_cast<Groups>(set);
}

// Indexed by the outer prefix's group.
constexpr Groups kMayFollow[kPrefixGroups] = {
    /* bare */ 0,
    /* active */ groups({per, ber, ke, se, ter, pe}),  // memper-, member-, mengetahui, menyeluruh, menertawakan
    /* ber */ groups({ke, pe, per, se}),               // berkelanjutan, berpendidikan, berpertahanan, berseragam
    /* ter */ groups({ber, ke, per, se, pe}),          // terberdaya, terkemuka, terselesaikan
    /* ke */ groups({ber, ter, se, pe, per}),          // keberhasilan, keterbukaan, keseluruhan, kepemimpinan
    /* pe */ groups({ber, ter, ke, se, per}),          // pemberdayaan, pengetahuan, penyeragaman, pemerhati
    /* per */ groups({se, ke, ber}),                   // persetujuan, perkecualian
    /* se */ groups({ber, ke, pe, per, ter}),          // seberhasil, sekeluar, sepengetahuan, sepersepuluh
    /* colloquial */ groups({per, ber, ke}),
};

struct ForbiddenPair {
  std::string_view prefix;
  std::string_view suffix;
};
// The pairs of Nazief & Adriani, by the prefix's written beginning; and spoken -in, which goes with verbs alone.
constexpr ForbiddenPair kForbiddenPairs[] = {
    {"be", "i"},  {"di", "an"}, {"ke", "i"},  {"ke", "kan"}, {"me", "an"}, {"se", "i"},  {"se", "kan"},
    {"te", "an"}, {"be", "in"}, {"ke", "in"}, {"pe", "in"},  {"se", "in"}, {"te", "in"},
};

constexpr SuffixRule kSuffixRules[] = {
    {"kan", Suffix::kan}, {"an", Suffix::an}, {"i", Suffix::i, true}, {"in", Suffix::kan, true}};
constexpr std::string_view kPossessives[] = {"nya", "ku", "mu"};
constexpr std::string_view kParticles[] = {"lah", "kah", "tah", "pun"};

}  // namespace

std::span<const PrefixRule> prefix_rules(char first_letter) {
  if (first_letter < 'a' || first_letter > 'z') return {};
  return kRulesOfLetter[static_cast<size_t>(first_letter - 'a')];
}

bool may_follow(PrefixGroup outer, PrefixGroup inner) {
  return (kMayFollow[static_cast<int>(outer)] >> static_cast<int>(inner) & 1) != 0;
}

bool is_forbidden(const PrefixRule& outer, const SuffixRule& suffix) {
  return std::ranges::any_of(kForbiddenPairs, [&](const ForbiddenPair& pair) {
    return pair.suffix == suffix.text && outer.text.starts_with(pair.prefix);
  });
}

std::span<const SuffixRule> suffix_rules() {
  return kSuffixRules;
}

std::span<const std::string_view> possessives() {
  return kPossessives;
}

std::span<const std::string_view> particles() {
  return kParticles;
}

}  // namespace warta::analysis
