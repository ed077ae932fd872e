// Does a short form abbreviate a run of words? The alignment behind the acronyms that are learned from the corpus.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace warta::analysis {

enum class AcronymKind {
  initials,   // KPK, UMKM: every letter is the initial of a word, or nearly so
  syllables,  // Kemenkeu, Polri, pilkada: pieces of the words one after the other
};

// One word of a possible long form, case folded, ASCII letters only.
struct LongFormWord {
  std::string text;
  bool is_second_half = false;  // "undang" in "rancangan undang-undang": may give no letter
};

// A long form beyond this many words, or words and acronyms beyond these lengths, are not looked at: the cost of one
// alignment stays bounded.
inline constexpr std::size_t kMaxLongFormWords = 12;
inline constexpr std::size_t kMaxWordLetters = 24;
inline constexpr std::size_t kMaxAcronymLetters = 14;

// Words that a long form carries without giving a letter: dan, di, untuk, of, ...
bool is_small_word(std::string_view folded_word);

// Returns the first word of the shortest run of words that ends with the last one and that `acronym` (case folded)
// abbreviates; nothing where no run of two words or more does, or where it holds the acronym itself as a word.
//
// After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003):
// the letters are matched from right to left, all of them, the first one at the beginning of a word. We differ:
// - Their letters may stand anywhere in the words. Ours are weighed (kGap and its fellows in the .cc): the initial of a
//   word, its root's first letter (Kepolisian -> Pol) and the letter next to the one before cost nothing, the onset of
//   a later syllable (Pengawas -> was) little, a gap more; an alignment over its allowance is none. Without that every
//   third pair in Indonesian news is an accident, for its words repeat few letters.
// - Every word must give a letter, but small words, second halves and at most one other ("Kepolisian Negara Republik
//   Indonesia (Polri)").
// - The cheapest alignment of a run is found by dynamic programming, not the first one met.
std::optional<std::size_t> align_acronym(std::string_view acronym, AcronymKind kind,
                                         std::span<const LongFormWord> words);

}  // namespace warta::analysis
