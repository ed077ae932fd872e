#include "searcher/ranking/word_finder.h"

#include <algorithm>

namespace warta::searcher {
namespace {

// From this length on a stem may lose its first letter in a form: tulis, menulis.
constexpr std::size_t kLeastNasalised = 4;

// An abbreviation like "Dr." or "H." ends no sentence.
constexpr std::size_t kMostAbbreviated = 4;

bool is_white_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

// Good for comparing letters without case; what else it makes equal does no harm here.
char folded(char c) {
  return static_cast<char>(c | 0x20);
}

std::uint16_t pair_of(char first, char second) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(folded(first)) << 8 |
                                    static_cast<unsigned char>(folded(second)));
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

bool ends_sentence(std::string_view chunk) {
  const std::size_t last = chunk.find_last_not_of("\"')]");
  if (last == std::string_view::npos) return false;
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
    if (word.core.size() > 1) {
      core_beginnings_.set(pair_of(word.core[0], word.core[1]));
      continue;
    }
    for (int second = 0; second < 256; ++second) {
      core_beginnings_.set(pair_of(word.core.front(), static_cast<char>(second)));
    }
  }
}

bool WordFinder::may_hold_a_word(std::string_view chunk) const {
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    if (static_cast<unsigned char>(chunk[i]) >= 0x80) return true;  // may be folded to other letters
    if (!core_beginnings_.test(pair_of(chunk[i], i + 1 < chunk.size() ? chunk[i + 1] : ' '))) continue;
    if (std::ranges::any_of(words_, [&](const Word& word) { return begins_folded(chunk.substr(i), word.core); })) {
      return true;
    }
  }
  return false;
}

const WordFinder::Matches& WordFinder::matches_of(std::string_view chunk, analysis::Stemming stemming) {
  chunk_ = chunk;
  const auto [entry, is_new] = known_[static_cast<std::size_t>(stemming)].try_emplace(chunk_);
  if (!is_new) return entry->second;
  tokens_.clear();
  analyzer_.analyze(chunk, tokens_, stemming);
  for (const analysis::AnalyzedToken& token : tokens_) {
    if (token.overlapping) continue;
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
      const Unit& unit = *words_[word].unit;
      if (!is_term_of(unit, words_[word].index, token.term)) continue;
      entry->second.push_back({word, unit.terms.size() > 1 || unit.text == token.text});
    }
  }
  analyzer_.clear();
  return entry->second;
}

void WordFinder::find(std::string_view text, analysis::Stemming stemming, std::uint32_t& position,
                      std::uint32_t& sentence, std::vector<WordPlace>& places) {
  bool is_at_end = false;  // of a sentence
  for (std::size_t begin = 0;;) {
    while (begin < text.size() && is_white_space(text[begin])) is_at_end = text[begin++] == '\n' || is_at_end;
    if (begin == text.size()) break;
    std::size_t end = begin;
    while (end < text.size() && !is_white_space(text[end])) ++end;
    const std::string_view chunk = text.substr(begin, end - begin);
    if (is_at_end) ++sentence;
    if (may_hold_a_word(chunk)) {
      for (const Match& match : matches_of(chunk, stemming)) {
        places.push_back({match.word, position, sentence, match.is_exact});
      }
    }
    is_at_end = ends_sentence(chunk);
    ++position;
    begin = end;
  }
  ++sentence;
}

}  // namespace warta::searcher
