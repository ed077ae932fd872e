#include "analysis/acronym_alignment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace warta::analysis {
namespace {

using Cost = std::uint8_t;

// What a letter costs by where it stands.
constexpr Cost kFree = 0;         // initial of a word, first letter of its root, or next to the letter before
constexpr Cost kSyllable = 1;     // onset of a later syllable: peng-a-[was]
constexpr Cost kGap = 2;          // anywhere else after the letter before: [k]ep[a]la
constexpr Cost kSkippedWord = 1;  // a content word that gives no letter
constexpr Cost kNone = 100;

// Sorted, for binary search.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"and", "atau", "bagi", "dalam", "dan",   "dari",    "dengan", "di", "for",   "in",  "ke",
     "of",  "oleh", "on",   "pada",  "serta", "tentang", "the",    "to", "untuk", "yang"});

static_assert(std::is_sorted(kSmallWords.begin(), kSmallWords.end()));

struct Prefix {
  std::string_view text;
  bool makes_nouns;  // only such a word may open a long form at its root: Kepolisian, pencurian, not memberikan
};

constexpr auto kPrefixes = std::to_array<Prefix>({{"ber", false},
                                                  {"di", false},
                                                  {"ke", true},
                                                  {"me", false},
                                                  {"mem", false},
                                                  {"men", false},
                                                  {"meng", false},
                                                  {"pe", true},
                                                  {"pel", true},
                                                  {"pem", true},
                                                  {"pen", true},
                                                  {"peng", true},
                                                  {"per", true},
                                                  {"se", false},
                                                  {"ter", false}});
constexpr std::size_t kShortestRoot = 3;

bool is_vowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

// The prefix that `word` has before `position`, where a root may begin; nullptr where none does.
const Prefix* prefix_before(std::string_view word, std::size_t position) {
  if (word.size() < position + kShortestRoot) return nullptr;
  const auto found = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                  [&](const Prefix& prefix) { return prefix.text == word.substr(0, position); });
  return found == kPrefixes.end() ? nullptr : &*found;
}

// A consonant before a vowel opens a syllable, where no other consonant does it already: di-[d]ik, ma-[s]ya.
bool is_syllable_onset(std::string_view word, std::size_t position) {
  return position > 0 && position + 1 < word.size() && !is_vowel(word[position]) && is_vowel(word[position + 1]);
}

// Cost of a word's first letter in the acronym.
Cost entry_cost(std::string_view word, std::size_t position, AcronymKind kind) {
  if (position == 0) return kFree;
  if (kind == AcronymKind::initials) return kNone;
  if (prefix_before(word, position)) return kFree;
  return is_syllable_onset(word, position) ? kSyllable : kNone;
}

// Cost of a further letter of the same word. pem+ilih lost the p of its root: [p]em[il]ihan reads on without a gap.
Cost step_cost(std::string_view word, std::size_t from, std::size_t to) {
  if (to == from + 1) return kFree;
  if (from == 0 && word[0] == 'p' && to == 3 && prefix_before(word, to) && is_vowel(word[to])) return kFree;
  return is_syllable_onset(word, to) ? kSyllable : kGap;
}

// The most that an alignment may cost.
Cost allowance(std::size_t letters, AcronymKind kind) {
  if (kind == AcronymKind::initials) return letters < 5 ? 0 : 1;
  return letters < 4 ? 0 : static_cast<Cost>(letters / 3);
}

// Cheapest ways to match the rest of an acronym: with no word skipped from there on, and with one.
struct Costs {
  Cost without_skip = kNone;
  Cost with_skip = kNone;

  Cost least() const { return std::min(without_skip, with_skip); }

  void improve(const Costs& rest, int step) {
    without_skip = std::min(without_skip, sum(rest.without_skip, step));
    with_skip = std::min(with_skip, sum(rest.with_skip, step));
  }

  static Cost sum(Cost cost, int step) { return static_cast<Cost>(std::min<int>(kNone, cost + step)); }
};

// The table of the dynamic programme, filled from the last word to the first.
class Aligner {
 public:
  Aligner(std::string_view acronym, AcronymKind kind, std::span<const LongFormWord> words)
      : acronym_(acronym), kind_(kind), words_(words), allowance_(allowance(acronym.size(), kind)) {}

  std::optional<std::size_t> shortest_run() {
    entering_[words_.size()][acronym_.size()] = {kFree, kNone};
    for (std::size_t word = words_.size(); word-- > 0;) {
      if (!fill(word) && word + 1 == words_.size()) return std::nullopt;
      if (words_.size() - word >= 2 && begins_here(word)) return word;
      fill_entering(word);
    }
    return std::nullopt;
  }

 private:
  bool begins_here(std::size_t word) const {
    const std::string& text = words_[word].text;
    if (words_[word].is_second_half || is_small_word(text)) return false;
    if (at_[0][0].least() <= allowance_) return true;
    if (kind_ == AcronymKind::initials) return false;
    for (std::size_t position = 1; position < text.size(); ++position) {
      if (at_[position][0].least() > allowance_) continue;
      const Prefix* prefix = prefix_before(text, position);
      if (prefix && prefix->makes_nouns) return true;
    }
    return false;
  }

  // at_[position][letter] for this word: that letter stands there, and all later ones after it. False where none does.
  bool fill(std::size_t word) {
    const std::string& text = words_[word].text;
    bool any = false;
    for (std::size_t position = text.size(); position-- > 0;) {
      at_[position].fill(Costs());
      for (std::size_t letter = 0; letter < acronym_.size(); ++letter) {
        if (text[position] != acronym_[letter]) continue;
        Costs& costs = at_[position][letter];
        costs = entering_[word + 1][letter + 1];
        for (std::size_t next = position + 1; next < text.size() && letter + 1 < acronym_.size(); ++next) {
          if (text[next] == acronym_[letter + 1]) costs.improve(at_[next][letter + 1], step_cost(text, position, next));
        }
        any = any || costs.least() <= allowance_;
      }
    }
    return any;
  }

  // entering_[word][letter]: the letters from this one on stand in the words from this one on.
  void fill_entering(std::size_t word) {
    const std::string& text = words_[word].text;
    auto& entering = entering_[word];
    for (std::size_t position = 0; position < text.size(); ++position) {
      const Cost entry = entry_cost(text, position, kind_);
      if (entry == kNone) continue;
      for (std::size_t letter = 0; letter < acronym_.size(); ++letter) {
        if (text[position] == acronym_[letter]) entering[letter].improve(at_[position][letter], entry);
      }
    }
    const bool may_be_silent = words_[word].is_second_half || is_small_word(text);
    for (std::size_t letter = 0; letter <= acronym_.size(); ++letter) {
      const Costs& silent = entering_[word + 1][letter];
      if (may_be_silent) {
        entering[letter].improve(silent, kFree);
      } else if (kind_ == AcronymKind::syllables && word + 1 < words_.size()) {
        entering[letter].with_skip =
            std::min(entering[letter].with_skip, Costs::sum(silent.without_skip, kSkippedWord));
      }
    }
  }

  std::string_view acronym_;
  AcronymKind kind_;
  std::span<const LongFormWord> words_;
  Cost allowance_;
  std::array<std::array<Costs, kMaxAcronymLetters>, kMaxWordLetters> at_;
  std::array<std::array<Costs, kMaxAcronymLetters + 1>, kMaxLongFormWords + 1> entering_;
};

}  // namespace

bool is_small_word(std::string_view folded_word) {
  return std::binary_search(kSmallWords.begin(), kSmallWords.end(), folded_word);
}

std::optional<std::size_t> align_acronym(std::string_view acronym, AcronymKind kind,
                                         std::span<const LongFormWord> words) {
  const auto is_odd = [](const LongFormWord& word) { return word.text.empty() || word.text.size() > kMaxWordLetters; };
  if (acronym.size() < 2 || acronym.size() > kMaxAcronymLetters || words.size() > kMaxLongFormWords || words.empty() ||
      is_small_word(words.back().text) || std::any_of(words.begin(), words.end(), is_odd)) {
    return std::nullopt;
  }
  const auto first = Aligner(acronym, kind, words).shortest_run();
  const auto repeats = [&](const LongFormWord& word) { return word.text == acronym; };
  if (first && std::any_of(words.begin() + static_cast<std::ptrdiff_t>(*first), words.end(), repeats)) {
    return std::nullopt;
  }
  return first;
}

}  // namespace warta::analysis
