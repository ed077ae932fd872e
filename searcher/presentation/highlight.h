// What of a text a query matched, and the passage of an article that shows it best.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/query/clause.h"
#include "searcher/verification/article_text.h"
#include "searcher/verification/literal.h"

namespace warta::searcher {

// How much each term tells articles apart; a term that is missing counts 1.
using TermWeights = std::map<std::string, double>;

// The inverse document frequencies of the query's terms: log(1 + N / n). Throws Xapian::Error.
TermWeights term_weights(const Clause& query, const Xapian::Database& database);

// A matched stretch of a text, and the number of the wanted thing that it matched.
struct Mark {
  Span span;
  std::size_t wanted = 0;
};

// Text in pieces that matched or did not, as it stands in the article: presentation escapes it.
struct Fragment {
  std::string text;
  bool is_match = false;

  bool operator==(const Fragment&) const = default;
};

// The query's wanted words, phrases and prefixes, ready to be found in texts. The clause must outlive it.
class Highlighter {
 public:
  explicit Highlighter(const Clause& query, const TermWeights& weights = {});

  // The stretches of the text that match, in order, none touching another.
  std::vector<Mark> marks(TextTokens& text) const;

  // The whole text in fragments.
  std::vector<Fragment> highlight(TextTokens& text) const;

  // The passage of at most about max_bytes that holds most of what is wanted, by weight: it begins with a sentence
  // where there is room, and cuts no word. "…" stands where something is left out. Without a match, the beginning.
  std::vector<Fragment> snippet(TextTokens& text, std::size_t max_bytes) const;

 private:
  struct Wanted {
    const Clause* clause = nullptr;
    const Unit* unit = nullptr;                // of words; none for phrases with a place of their own and for prefixes
    std::size_t term = 0;                      // of the unit; behind its last, the unit as one token
    const Alternative* alternative = nullptr;  // in place of a unit
    double weight = 1;
  };

  void add_unit(const Clause& leaf, const Unit& unit, const TermWeights& weights);

  std::vector<Wanted> wanted_;
};

}  // namespace warta::searcher
