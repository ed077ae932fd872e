// What an article's signature (database/pair_signature.h) must say for the article to hold the phrases of a query.
#pragma once

#include <string_view>
#include <vector>

#include "database/pair_signature.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

// A necessary condition: where the phrases stand in articles without it, the Verifier would be wrong.
class PairFilter {
 public:
  explicit PairFilter(const Clause& root) : condition_(condition_of(root)) {}

  // False where no signature could rule an article out.
  bool is_useful() const { return condition_.kind != Kind::always; }

  // Whether the article with this value of kPairsSlot may match; "" stands for an article without one.
  bool may_match(std::string_view signature) const { return signature.empty() || holds(condition_, signature); }

 private:
  enum class Kind : std::uint8_t { always, all, any, pair };

  struct Condition {
    Kind kind = Kind::always;
    std::vector<Condition> parts = {};
    std::vector<TermPair> forms = {};  // of a pair: in each combination of languages; one of them must stand there
  };

  static Condition condition_of(const Clause& clause);
  static Condition all_of(std::vector<Condition> parts);
  static Condition side_by_side(const Unit& first, const Unit& second);
  static bool holds(const Condition& condition, std::string_view signature);

  Condition condition_;
};

}  // namespace warta::searcher
