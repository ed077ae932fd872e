#include "searcher/ranking/word_finder.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace warta::searcher {
namespace {

// From this length on a stem may lose its first letter in a form: tulis, menulis.
constexpr std::size_t kLeastNasalised = 4;

// An abbreviation like "Dr." or "H." ends no sentence.
constexpr std::size_t kMostAbbreviated = 4;

// Words of fewer letters stand in others by chance, and one letter is not what a word is glued to.
constexpr std::size_t kLeastGlued = 5;
constexpr std::size_t kLeastBesideGlued = 2;

// How pages introduce the titles of other articles, and how long such a title is at most, in chunks.
struct TeaserMark {
  std::string_view first;
  std::string_view second;
};
constexpr std::array kTeaserMarks = {
    TeaserMark{"baca", "juga"},     TeaserMark{"lihat", "juga"},  TeaserMark{"simak", "juga"},
    TeaserMark{"saksikan", "juga"}, TeaserMark{"tonton", "juga"}, TeaserMark{"pilihan", "redaksi"},
};
constexpr std::uint32_t kMostTeaserWords = 20;

// Good for comparing letters without case; what else it makes equal does no harm here.
char folded(char c) {
  return static_cast<char>(c | 0x20);
}

// The bits of a letter that are the same in both cases.
std::uint32_t bits_of(char c) {
  return static_cast<std::uint32_t>(c) & 0x1FU;
}

std::string core_of(std::string_view term) {
  if (term.size() >= kLeastNasalised) term.remove_prefix(1);
  std::string core(term);
  std::ranges::transform(core, core.begin(), folded);
  return core;
}

bool begins_folded(std::string_view text, std::string_view core) {
  return text.size() >= core.size() &&
         std::equal(core.begin(), core.end(), text.begin(), [](char a, char b) { return a == folded(b); });
}

// The chunk is the word, in whichever case, or the word and a colon, to which more may be glued.
bool says(std::string_view chunk, std::string_view word) {
  return begins_folded(chunk, word) && (chunk.size() == word.size() || chunk[word.size()] == ':');
}

bool is_teaser_mark(std::string_view before, std::string_view chunk) {
  return std::ranges::any_of(
      kTeaserMarks, [&](const TeaserMark& mark) { return says(chunk, mark.second) && says(before, mark.first); });
}

// Scraping joins what markup parted: "dinigeria", "kematianprada".
bool is_glued_to(std::string_view text, std::string_view word) {
  return word.size() >= kLeastGlued && text.size() >= word.size() + kLeastBesideGlued &&
         (text.starts_with(word) || text.ends_with(word));
}

bool ends_sentence(std::string_view chunk) {
  std::size_t last = chunk.size() - 1;
  while (last > 0 && (chunk[last] == '"' || chunk[last] == '\'' || chunk[last] == ')' || chunk[last] == ']')) --last;
  if (chunk[last] == '!' || chunk[last] == '?') return true;
  return chunk[last] == '.' && last >= kMostAbbreviated;
}

}  // namespace

WordFinder::WordFinder(const std::vector<const Unit*>& units, analysis::Analyzer& analyzer) : analyzer_(analyzer) {
  for (const Unit* unit : units) {
    for (std::size_t index = 0; index < unit->terms.size(); ++index) {
      const std::string& word = unit->terms[index];
      if (word.empty() || std::ranges::any_of(words_, [&](const Word& w) { return w.unit->terms[w.index] == word; })) {
        continue;
      }
      words_.push_back({unit, index, core_of(word)});
    }
  }
  for (const Word& word : words_) {
    std::uint32_t beginning = 0;
    const std::size_t letters = std::min(word.core.size(), kBeginningLetters);
    for (std::size_t i = 0; i < letters; ++i) beginning = beginning << kBitsOfLetter | bits_of(word.core[i]);
    // Before a core of fewer letters anything may stand.
    for (std::size_t all = beginning; all < core_beginnings_.size(); all += std::size_t{1} << letters * kBitsOfLetter) {
      core_beginnings_.set(all);
    }
  }
}

// Whether the letters before `end` begin a core.
bool WordFinder::has_core_before(std::string_view text, std::size_t end) const {
  return std::ranges::any_of(words_, [&](const Word& word) {
    const std::size_t letters = std::min(word.core.size(), kBeginningLetters);
    return letters <= end && begins_folded(text.substr(end - letters), word.core);
  });
}

// Moves `at` behind the chunk that begins there, and tells whether a word could be in it: cores hold no white space, so
// that what begins in a chunk ends in it.
bool WordFinder::pass_chunk(std::string_view text, std::size_t& at) const {
  constexpr std::uint32_t kMask = (1U << kBeginningBits) - 1;
  bool may_hold_word = false;
  std::uint32_t last_letters = 0;
  for (; at < text.size() && !is_ascii_gap(text[at]); ++at) {
    if (may_hold_word) continue;
    last_letters = (last_letters << kBitsOfLetter | bits_of(text[at])) & kMask;
    const bool may_be_folded = static_cast<unsigned char>(text[at]) >= 0x80;  // to other letters
    may_hold_word = may_be_folded || (core_beginnings_.test(last_letters) && has_core_before(text, at + 1));
  }
  return may_hold_word;
}

const WordFinder::Matches& WordFinder::matches_of(std::string_view chunk, analysis::Stemming stemming) {
  chunk_ = chunk;
  const auto [entry, is_new] = known_[static_cast<std::size_t>(stemming)].try_emplace(chunk_);
  if (!is_new) return entry->second;
  tokens_.clear();
  analyzer_.analyze(chunk, tokens_, stemming);
  for (const analysis::AnalyzedToken& token : tokens_) {
    if (token.overlapping) continue;
    const std::size_t before = entry->second.size();
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      const Unit& unit = *words_[word].unit;
      if (!is_term_of(unit, words_[word].index, token.term)) continue;
      entry->second.push_back({word, unit.terms.size() > 1 || unit.text == token.text});
    }
    if (entry->second.size() == before) add_glued_words(token.text, entry->second);
  }
  analyzer_.clear();
  return entry->second;
}

void WordFinder::add_glued_words(std::string_view text, Matches& matches) const {
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const Unit& unit = *words_[word].unit;
    if (unit.terms.size() == 1 && is_glued_to(text, unit.text)) matches.push_back({word, true});
  }
}

void WordFinder::find(std::string_view text, analysis::Stemming stemming, std::uint32_t& position,
                      std::uint32_t& sentence, std::vector<WordPlace>& places) {
  bool is_at_end = false;         // of a sentence
  std::uint32_t teaser_left = 0;  // chunks that may still belong to the title of another article
  std::string_view before;        // the last chunk
  for (std::size_t begin = 0;;) {
    while (begin < text.size() && is_ascii_gap(text[begin])) is_at_end = text[begin++] == '\n' || is_at_end;
    if (begin == text.size()) break;
    std::size_t end = begin;
    const bool may_hold_word = pass_chunk(text, end);
    const std::string_view chunk = text.substr(begin, end - begin);
    if (is_at_end) {
      ++sentence;
      if (teaser_left < kMostTeaserWords) teaser_left = 0;  // else the title is on the line below its mark
    }
    if (is_teaser_mark(before, chunk)) teaser_left = kMostTeaserWords + 1;
    if (may_hold_word && teaser_left == 0) {
      for (const Match& match : matches_of(chunk, stemming)) {
        places.push_back({match.word, position, sentence, match.is_exact});
      }
    }
    if (teaser_left > 0) --teaser_left;
    before = chunk;
    is_at_end = ends_sentence(chunk);
    ++position;
    begin = end;
  }
  ++sentence;
}

}  // namespace warta::searcher
