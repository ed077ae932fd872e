#include "searcher/ranking/word_finder.h"

#include <algorithm>
#include <array>

#include "analysis/glued_words.h"
#include "analysis/teasers.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "searcher/ranking/word_core.h"

namespace warta::searcher {
namespace {

// An abbreviation like "Dr." or "H." ends no sentence.
constexpr std::size_t kMostAbbreviated = 4;

// Words of fewer letters stand in others by chance, and one letter is not what a word is glued to.
constexpr std::size_t kLeastGlued = 5;
constexpr std::size_t kLeastBesideGlued = 2;

// The scan knows a byte by five bits: a letter by those that are the same in both cases. What else shares them does no
// harm: it is compared again.
constexpr std::uint8_t kForeignCode = 30;  // beyond ASCII, may be folded to other letters; an apostrophe, to nothing
constexpr std::uint8_t kStopCode = 31;     // may end a sentence

constexpr std::array<std::uint8_t, 256> kCodes = [] {
  std::array<std::uint8_t, 256> codes{};
  for (std::size_t byte = 0; byte < codes.size(); ++byte) codes[byte] = byte < 0x80 ? byte & 0x1FU : kForeignCode;
  codes['\''] = kForeignCode;
  for (const char stop : {'\n', '.', '!', '?'}) codes[static_cast<unsigned char>(stop)] = kStopCode;
  return codes;
}();

std::uint32_t code_of(char c) {
  return kCodes[static_cast<unsigned char>(c)];
}

bool begins_folded(std::string_view text, std::string_view core) {
  return text.size() >= core.size() &&
         std::equal(core.begin(), core.end(), text.begin(), [](char a, char b) { return a == folded_letter(b); });
}

std::size_t begin_of_chunk(std::string_view text, std::size_t at) {
  while (at > 0 && !is_ascii_gap(text[at - 1])) --at;
  return at;
}

std::size_t end_of_chunk(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_ascii_gap(text[at])) ++at;
  return at;
}

constexpr std::size_t kForeignPunctuationBytes = 3;

// Quotation marks and dashes, which take no part in words.
bool is_foreign_punctuation(std::string_view text, std::size_t at) {
  constexpr std::string_view kLead = "\xE2\x80";
  constexpr std::string_view kLast = "\x93\x94\x9C\x9D";
  const std::string_view sign = text.substr(at, kForeignPunctuationBytes);
  return sign.size() == kForeignPunctuationBytes && sign.starts_with(kLead) &&
         kLast.find(sign.back()) != std::string_view::npos;
}

// "Ma'ruf" is maruf. Curly ones are beyond ASCII.
bool is_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' && at > 0 && is_ascii_letter(text[at - 1]) && at + 1 < text.size() &&
         is_ascii_letter(text[at + 1]);
}

// Scraping joins what markup parted: "dinigeria", "kematianprada".
bool is_glued_to(std::string_view text, std::string_view word) {
  return word.size() >= kLeastGlued && text.size() >= word.size() + kLeastBesideGlued &&
         (text.starts_with(word) || text.ends_with(word));
}

// Whether the byte at `at` ends its chunk, and with it a sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
  constexpr std::string_view kClosing = "\"')]";
  const char stop = text[at];
  if (stop == '\n') return true;
  if (stop != '.' && stop != '!' && stop != '?') return false;
  std::size_t next = at + 1;
  while (next < text.size() && kClosing.find(text[next]) != std::string_view::npos) ++next;
  if (next < text.size() && !is_ascii_gap(text[next])) return false;
  return stop != '.' || at - begin_of_chunk(text, at) >= kMostAbbreviated;
}

// Counts chunks by their beginnings.
class ChunkCounter {
 public:
  explicit ChunkCounter(std::string_view text) : text_(text) {}

  // Those that begin before `end`, which never goes back.
  std::uint32_t before(std::size_t end) {
    if (at_ == 0 && end > 0) count_ += is_ascii_gap(text_[at_++]) ? 0U : 1U;
    const char* const text = text_.data();
    std::uint32_t begun = 0;
    // Without a branch, so that the compiler takes many bytes at once.
    for (std::size_t at = at_; at < end; ++at) {
      begun +=
          static_cast<std::uint32_t>(is_ascii_gap(text[at - 1])) & static_cast<std::uint32_t>(!is_ascii_gap(text[at]));
    }
    at_ = std::max(at_, end);
    return count_ += begun;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t count_ = 0;
};

// In which sentence a chunk is. Chunks are numbered from 1, and told in their order, but not all of them.
class Sentences {
 public:
  explicit Sentences(std::uint32_t first) : sentence_(first) {}

  // The sentence of a chunk.
  std::uint32_t at(std::uint32_t chunk) {
    if (has_ended_ && chunk > last_) {
      ++sentence_;
      has_ended_ = false;
    }
    return sentence_;
  }

  // The sentence ends with this chunk, or behind it (0: before the first one).
  void end(std::uint32_t chunk) {
    at(chunk);
    has_ended_ = true;
    last_ = chunk;
  }

 private:
  std::uint32_t sentence_;
  bool has_ended_ = false;
  std::uint32_t last_ = 0;  // chunk of the sentence that has ended
};

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
  for (const Word& word : words_) cores_.push_back(core_beginning(word.core));
  for (const Beginning& beginning : cores_) note(beginning);
  constexpr std::uint32_t kOneLetter = (1U << kBitsOfLetter) - 1;
  for (const std::uint32_t code : {kForeignCode, kStopCode}) note({code, kOneLetter, {}});
}

std::uint32_t WordFinder::word_of(std::string_view term) const {
  const auto found = std::ranges::find_if(words_, [&](const Word& w) { return w.unit->terms[w.index] == term; });
  return static_cast<std::uint32_t>(found - words_.begin());
}

WordFinder::Beginning WordFinder::core_beginning(std::string_view core) {
  Beginning beginning{0, 0, core};
  for (const char letter : core.substr(0, kBeginningLetters)) {
    beginning.code = beginning.code << kBitsOfLetter | code_of(letter);
    beginning.mask = beginning.mask << kBitsOfLetter | ((1U << kBitsOfLetter) - 1);
  }
  return beginning;
}

// Before a core of fewer letters anything may stand.
void WordFinder::note(const Beginning& beginning) {
  for (std::size_t letters = beginning.code; letters < noted_.size(); letters += std::size_t{beginning.mask} + 1) {
    noted_.set(letters);
  }
}

// Whether any of the cores begins with the letters before `end`.
bool WordFinder::any_begins(const std::vector<Beginning>& beginnings, std::uint32_t last_letters, std::string_view text,
                            std::size_t end) {
  return std::ranges::any_of(beginnings, [&](const Beginning& beginning) {
    if ((last_letters & beginning.mask) != beginning.code) return false;
    const std::size_t letters = std::min(beginning.core.size(), kBeginningLetters);
    return letters <= end && begins_folded(text.substr(end - letters), beginning.core);
  });
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
    add_words(token, entry->second);
    for (const std::string_view part : analysis::glued_words(chunk.substr(token.begin, token.end - token.begin))) {
      parts_.clear();
      analyzer_.analyze(part, parts_, stemming);
      for (const analysis::AnalyzedToken& word : parts_) add_words(word, entry->second);
    }
    if (entry->second.size() == before) add_glued_words(token.text, entry->second);
  }
  analyzer_.clear();
  return entry->second;
}

void WordFinder::add_words(const analysis::AnalyzedToken& token, Matches& matches) const {
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const Unit& unit = *words_[word].unit;
    if (!is_term_of(unit, words_[word].index, token.term)) continue;
    matches.push_back({word, unit.terms.size() > 1 || unit.text == token.text});
  }
}

void WordFinder::add_glued_words(std::string_view text, Matches& matches) const {
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const Unit& unit = *words_[word].unit;
    if (unit.terms.size() == 1 && is_glued_to(text, unit.text)) matches.push_back({word, true});
  }
}

// One pass over the bytes. Most pass by with one look at a table, and chunks are counted only where something is found.
void WordFinder::find(std::string_view text, analysis::Stemming stemming, std::uint32_t& position,
                      std::uint32_t& sentence, std::vector<WordPlace>& places) {
  analysis::find_teasers(text, teasers_);
  auto teaser = teasers_.begin();
  Sentences sentences(sentence);
  ChunkCounter chunks(text);
  std::uint32_t last_letters = 0;
  std::size_t looked_at = 0;  // the end of the last chunk that was
  std::size_t own = 0;        // where the article's own text begins again behind a title of another one
  for (std::size_t at = 0; at < text.size(); ++at) {
    last_letters = (last_letters << kBitsOfLetter | code_of(text[at])) & kBeginningMask;
    if (!noted_[last_letters]) continue;
    for (; teaser != teasers_.end() && at >= teaser->end; ++teaser) {
      sentences.end(chunks.before(teaser->begin));
      own = teaser->end;
    }
    if (teaser != teasers_.end() && at >= teaser->begin) {
      at = teaser->end - 1;
      continue;
    }
    if (ends_sentence(text, at)) sentences.end(chunks.before(at + 1));
    if (at < looked_at) continue;
    if (is_foreign_punctuation(text, at)) {
      at += kForeignPunctuationBytes - 1;
      continue;
    }
    if (!is_beyond_ascii(text[at]) && !is_apostrophe(text, at) && !any_begins(cores_, last_letters, text, at + 1))
      continue;
    const std::size_t begin = std::max(own, begin_of_chunk(text, at));
    looked_at = end_of_chunk(text, at);
    const std::uint32_t number = chunks.before(at + 1);
    for (const Match& match : matches_of(text.substr(begin, looked_at - begin), stemming)) {
      places.push_back({match.word, position + number - 1, sentences.at(number), match.is_exact});
    }
  }
  const std::uint32_t all = chunks.before(text.size());
  position += all;
  sentence = sentences.at(all) + 1;
}

}  // namespace warta::searcher
