#include "analysis/hyphen_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace warta::analysis {
namespace {

using std::string_view;

constexpr string_view kEnclitics[] = {"nya", "lah", "kah", "pun", "tah", "ku", "mu"};

constexpr string_view kProclitics[] = {"di",  "ke",     "se",    "ter", "ber", "me",    "mem",
                                       "men", "meng",   "nge",   "ng",  "pe",  "pem",   "peng",
                                       "per", "memper", "diper", "ku",  "kau", "menge", "penge"};

constexpr string_view kBoundSuffixes[] = {"an", "kan", "i"};

// Prefixes of foreign origin, whose spelling wavers. Those that are also words of their own or names are joined only
// where a hyphen says so.
struct JoiningPrefix {
  string_view name;
  bool with_space;
};
constexpr JoiningPrefix kJoiningPrefixes[] = {
    {"al", true},     {"antar", true}, {"anti", true},  {"bi", false},    {"e", false},    {"eks", true},
    {"ekstra", true}, {"hiper", true}, {"infra", true}, {"inter", false}, {"ko", false},   {"kontra", true},
    {"maha", true},   {"makro", true}, {"mega", false}, {"mikro", true},  {"mini", false}, {"mono", true},
    {"multi", true},  {"neo", true},   {"nir", true},   {"non", true},    {"para", false}, {"pasca", true},
    {"pra", true},    {"pro", false},  {"proto", true}, {"pseudo", true}, {"re", false},   {"semi", true},
    {"sub", true},    {"super", true}, {"supra", true}, {"swa", true},    {"tele", true},  {"trans", false},
    {"tri", false},   {"tuna", true},  {"ultra", true},
};

// Every word of a text is asked whether it joins: its first two letters and its length tell nearly always that it does
// not.
class JoiningStarts {
 public:
  constexpr JoiningStarts() {
    for (const JoiningPrefix& prefix : kJoiningPrefixes) lengths_[index(prefix.name)] |= length_bit(prefix.name);
  }
  constexpr bool may_contain(string_view word) const {
    return word.size() <= kLongest && !word.empty() && (lengths_[index(word)] & length_bit(word)) != 0;
  }

 private:
  static constexpr size_t kLongest = 6;
  static constexpr size_t index(string_view word) {
    const auto letter = [&](size_t i) { return i < word.size() ? static_cast<size_t>(word[i] & 31) : 0; };
    return letter(0) << 5 | letter(1);
  }
  static constexpr std::uint8_t length_bit(string_view word) { return static_cast<std::uint8_t>(1U << word.size()); }

  std::array<std::uint8_t, 1024> lengths_{};
};

constexpr JoiningStarts kJoiningStarts;

// Affixes around one half of a reduplication. The empty prefix comes first: it decides most words.
constexpr string_view kPrefixes[] = {"",     "ber",    "be",    "ter",   "te",  "me",  "mem", "men",  "meng",
                                     "meny", "di",     "ke",    "se",    "pe",  "per", "pem", "pen",  "peng",
                                     "peny", "memper", "diper", "keber", "nge", "ku",  "kau", "sepe", "seper"};

constexpr string_view kSuffixes[] = {"",    "an", "nya", "annya", "kan",  "i",     "lah",
                                     "pun", "ku", "mu",  "kah",   "inya", "kannya"};

// Prefixes before which a root loses its first letter: tarik-menarik, pukul-memukul, sikut-menyikut, karang-mengarang.
struct NasalPrefix {
  string_view prefix;
  char lost;
};
constexpr NasalPrefix kNasalPrefixes[] = {{"mem", 'p'}, {"men", 't'}, {"meny", 's'}, {"meng", 'k'}};

constexpr size_t kShortestBase = 2;
constexpr size_t kShortestRhyme = 4;

bool contains(std::span<const string_view> table, string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

// True where word is base followed by one of the suffixes.
bool is_suffixed(string_view word, string_view base) {
  return word.starts_with(base) && contains(kSuffixes, word.substr(base.size()));
}

// first = prefix + base, second = base + suffix: anak-anaknya, berlari-lari, sebaik-baiknya.
bool repeats_behind_prefix(string_view first, string_view second) {
  return std::any_of(std::begin(kPrefixes), std::end(kPrefixes), [&](string_view prefix) {
    const size_t shortest = prefix.size() + kShortestBase;
    return first.size() >= shortest && first.starts_with(prefix) && is_suffixed(second, first.substr(prefix.size()));
  });
}

// first = base, second = prefix + base + suffix: tembak-menembak (t is lost), sewa-menyewakan, surat-disurati.
bool repeats_with_prefix(string_view first, string_view second) {
  if (first.size() < kShortestBase + 1) return false;
  for (const string_view prefix : kPrefixes) {
    if (!prefix.empty() && second.starts_with(prefix) && is_suffixed(second.substr(prefix.size()), first)) return true;
  }
  return std::any_of(std::begin(kNasalPrefixes), std::end(kNasalPrefixes), [&](const NasalPrefix& nasal) {
    return first.front() == nasal.lost && second.starts_with(nasal.prefix) &&
           is_suffixed(second.substr(nasal.prefix.size()), first.substr(1));
  });
}

bool is_vowel(char c) {
  return string_view("aiueo").find(c) != string_view::npos;
}

bool is_ascii_word(string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// second = first with the infix -em-: turun-temurun, tali-temali.
bool repeats_with_infix(string_view first, string_view second) {
  constexpr string_view kInfix = "em";
  return first.size() >= kShortestRhyme && second.size() == first.size() + kInfix.size() &&
         second.front() == first.front() && second.substr(1, kInfix.size()) == kInfix &&
         second.substr(1 + kInfix.size()) == first.substr(1);
}

// Halves that differ in the first consonant alone (sayur-mayur) or in vowels alone (bolak-balik, warna-warni).
bool rhymes(string_view first, string_view second) {
  if (first.size() != second.size() || first.size() < kShortestRhyme) return false;
  if (!is_ascii_word(first) || !is_ascii_word(second)) return false;
  if (first.substr(1) == second.substr(1)) return !is_vowel(first.front()) && !is_vowel(second.front());
  return std::equal(first.begin(), first.end(), second.begin(),
                    [](char a, char b) { return a == b || (is_vowel(a) && is_vowel(b)); });
}

}  // namespace

bool is_enclitic(string_view part) {
  return contains(kEnclitics, part);
}
bool is_proclitic(string_view part) {
  return contains(kProclitics, part);
}
bool is_bound_suffix(string_view part) {
  return contains(kBoundSuffixes, part);
}

bool is_joining_prefix(string_view part, bool with_space) {
  if (!kJoiningStarts.may_contain(part)) return false;
  const auto* found = std::find_if(std::begin(kJoiningPrefixes), std::end(kJoiningPrefixes),
                                   [&](const JoiningPrefix& prefix) { return prefix.name == part; });
  return found != std::end(kJoiningPrefixes) && (found->with_space || !with_space);
}

bool is_reduplication(string_view first, string_view second) {
  return repeats_behind_prefix(first, second) || repeats_with_prefix(first, second) ||
         repeats_with_infix(first, second) || rhymes(first, second);
}

StemExplanation reduce(string_view reduplication, Stemmer& stemmer) {
  const size_t hyphen = reduplication.find('-');
  const string_view first = reduplication.substr(0, hyphen);
  const string_view second = reduplication.substr(hyphen + 1);
  const std::string first_stem(stemmer.stem(first));
  const std::string second_stem(stemmer.stem(second));
  if (first == second || first_stem != second_stem) {
    StemExplanation whole = stemmer.explain(reduplication);
    if (stemmer.knows(whole.stem)) return whole;
  }
  std::string doubled = first_stem + '-' + second_stem;
  if (stemmer.knows(doubled)) return {std::move(doubled), "reduplication that is a root, under affixes"};
  if (first_stem == second_stem) return {first_stem, "reduplication: stem of both halves"};
  if (stemmer.knows(first_stem)) return {first_stem, "reduplication: the first half is a root"};
  if (stemmer.knows(second_stem)) return {second_stem, "reduplication: the second half is a root"};
  const bool second_is_base = first.size() > second.size() && first.ends_with(second);
  return {second_is_base ? second_stem : first_stem, "reduplication: stem of the repeated half"};
}

}  // namespace warta::analysis
