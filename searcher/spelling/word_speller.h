// A word that no article holds, or hardly any -> the frequent word that was probably meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "database/shards.h"

namespace warta::searcher {

struct SpelledWord {
  std::string text;            // a word, or several with a space between them ("rumah sakit")
  std::uint32_t articles = 0;  // that hold it
};

// Reads the vocabulary of a database's shards, and of it only what the word could be compared with. The database, its
// shards and the analyzer must outlive it. Every function throws Xapian::Error.
class WordSpeller {
 public:
  WordSpeller(const Xapian::Database& database, Shards shards, analysis::Analyzer& analyzer);

  // The word that was probably meant by one so rare that it may be a slip, normalised; nothing where none is near
  // enough, or none so much more frequent that a slip is likelier than a rare word. spares_known_words: nothing for a
  // word that any article holds in this form either.
  std::optional<SpelledWord> correct(std::string_view word, bool spares_known_words = false) const;

  // Two words written apart that belong together ("tanggung" for "tang gung"), where one of them is as rare as a
  // doubtful word.
  std::optional<SpelledWord> join(std::string_view first, std::string_view second) const;

  // "di-PHK" for "diPHK", as it was typed: a text knows no case, so that the whole is one word to the index. Nothing
  // where articles have it so, or none has the acronym.
  std::optional<SpelledWord> part_acronym(std::string_view typed) const;

 private:
  struct Candidate {
    std::string text;
    std::uint32_t articles = 0;
    double cost = 0;  // slip_cost
  };
  std::optional<Candidate> nearest(std::string_view word) const;
  bool is_rare(std::uint32_t articles) const;
  // How many articles hold the word in this form, as far as is known; at most one look into the vocabulary, and none
  // for words that are their own terms.
  std::uint32_t articles_with(std::string_view word) const;
  // "korupsimu" of "korupsi", "presiden-nya" of "presidennya"; other forms are more often slips ("penyusu").
  bool is_form_of(std::string_view word, std::string_view other) const;
  double as_form(std::string_view word) const;  // what a form that was never seen counts
  static double faith_in(std::string_view word, double own);
  std::optional<SpelledWord> split(std::string_view word) const;
  std::string term_of(std::string_view word) const;

  const Xapian::Database& database_;
  Shards shards_;
  analysis::Analyzer& analyzer_;
  double articles_ = 0;  // in the database
};

}  // namespace warta::searcher
