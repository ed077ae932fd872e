// Finds the places of a query's words in a text without analysing all of it: what stands between white space is
// analysed alone, and only where the letters of a word could be in it.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/teasers.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

// One word of a query at one place of a text.
struct WordPlace {
  std::uint32_t word = 0;      // index among the sought words
  std::uint32_t position = 0;  // in chunks between white space, from 0
  std::uint32_t sentence = 0;  // from 0; a rougher cut than the tokenizer's
  bool is_exact = false;       // the form that the query has, not another one of the same stem
};

// One a query. Remembers what it has analysed, so that a form is analysed once for all candidates.
class WordFinder {
 public:
  // Units and analyzer must outlive the finder. Of a unit of several terms, each is a word of its own.
  WordFinder(const std::vector<const Unit*>& units, analysis::Analyzer& analyzer);
  WordFinder(WordFinder&&) = default;  // no copies: cores_ would point into the words of the other one

  std::size_t word_count() const { return words_.size(); }
  const std::string& term(std::size_t word) const { return words_[word].unit->terms[words_[word].index]; }
  std::uint32_t word_of(std::string_view term) const;  // one that it looks for
  double share(std::size_t word) const { return words_[word].unit->share; }

  // Appends the places in the order of the text, counting on from `position` and `sentence`, which are moved behind
  // the text. What stands in the title of another article ("Baca juga: ...") is passed over: it tells of that one. A
  // longer word is found glued to another too. A word that the stemmer joins to letters that it does not have ("pergi"
  // by an exception list) may be missed: good enough to rank, not to decide what matches.
  void find(std::string_view text, analysis::Stemming stemming, std::uint32_t& position, std::uint32_t& sentence,
            std::vector<WordPlace>& places);

 private:
  struct Word {
    const Unit* unit;
    std::size_t index;  // of its terms
    std::string core;   // letters that every form of the word has, folded
  };
  // A core is first known by its beginning: three letters at most, of each the five bits that tell letters apart.
  static constexpr std::size_t kBeginningLetters = 3;
  static constexpr unsigned kBitsOfLetter = 5;
  static constexpr unsigned kBeginningBits = kBeginningLetters * kBitsOfLetter;
  static constexpr std::uint32_t kBeginningMask = (1U << kBeginningBits) - 1;

  struct Beginning {
    std::uint32_t code;
    std::uint32_t mask;     // of the bits that the code has
    std::string_view core;  // all of it; lives in words_
  };

  struct Match {
    std::uint32_t word;
    bool is_exact;
  };
  using Matches = std::vector<Match>;

  static Beginning core_beginning(std::string_view core);
  static bool any_begins(const std::vector<Beginning>& beginnings, std::uint32_t last_letters, std::string_view text,
                         std::size_t end);
  void note(const Beginning& beginning);
  const Matches& matches_of(std::string_view chunk, analysis::Stemming stemming);
  void add_words(const analysis::AnalyzedToken& token, Matches& matches) const;
  void add_glued_words(std::string_view text, Matches& matches) const;

  analysis::Analyzer& analyzer_;
  std::vector<Word> words_;
  std::vector<Beginning> cores_;                         // by word
  std::bitset<std::size_t{1} << kBeginningBits> noted_;  // last letters at which the scan has something to do
  std::unordered_map<std::string, Matches> known_[2];    // by stemming
  std::string chunk_;
  std::vector<analysis::AnalyzedToken> tokens_;
  std::vector<analysis::AnalyzedToken> parts_;  // of a token that is several words in one
  std::vector<analysis::TextSpan> teasers_;
};

}  // namespace warta::searcher
