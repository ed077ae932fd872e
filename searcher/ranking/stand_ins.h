// What may stand in a text in place of the query's words, so that the second stage knows them by any name that the
// first one accepts.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/clause.h"
#include "searcher/ranking/word_finder.h"

namespace warta::searcher {

// The acronyms, long forms and synonyms of the clause (expansion.h), and besides, for the texts alone, small numbers in
// figures or in letters ("2", "dua") and the unit of an amount in full ("Rp 2,8 T": triliun). One a query.
class StandIns {
 public:
  // The clause may go.
  explicit StandIns(const Clause& query);
  StandIns(StandIns&&) = default;  // no copies: finders point to the units

  // The words to be found in texts besides the query's own. They live as long as this.
  const std::deque<Unit>& units() const { return units_; }

  // To be called before replace(): `finder` looks for the query's words and for units().
  void number_words(const WordFinder& finder);

  // Takes the places of units() out, and puts in places of what they stand for, in no exact form: where all words of a
  // name stand side by side, or with no more than one small word between. `words` of the finder's words are the query's
  // own, the first ones. Places stay in the order of the text.
  void replace(std::vector<WordPlace>& places, std::size_t words) const;

 private:
  // By terms; after number_words() also by their numbers among the finder's words.
  struct Name {
    std::vector<std::string> terms;
    std::vector<std::string> replaced;
    std::vector<std::uint32_t> words = {};
    std::vector<std::uint32_t> replaced_words = {};
  };

  void add(std::vector<std::string> terms, std::vector<std::string> replaced);
  void add_numbers(const Unit& unit);
  static bool stands_at(const Name& name, const std::vector<WordPlace>& places, std::size_t first);

  std::vector<Name> names_;
  std::deque<Unit> units_;
};

}  // namespace warta::searcher
