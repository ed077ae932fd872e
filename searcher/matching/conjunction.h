// Documents of a shard that hold all parts of a query, in two steps: who knows more of a document decides in between
// whether it is worth the second.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "searcher/matching/weighted_postings.h"

namespace warta::searcher {

class Conjunction {
 public:
  // Throws Xapian::Error, as all.
  Conjunction(const ScoredQuery& query, ShardPostings& shard, TermStatistics& statistics);

  // Holds the rarer parts; kNoDocument at the end.
  Xapian::docid document() const { return document_; }

  void next() { meet(document_ + 1); }

  // Whether it holds the common parts too. Asked at most once of a document.
  bool is_complete();

  // Of a complete one.
  double weight() const;

 private:
  void meet(Xapian::docid document);

  std::vector<std::unique_ptr<WeightedPostings>> parts_;  // the rarest first
  std::size_t rare_parts_ = 1;                            // the first ones
  Xapian::docid document_ = kNoDocument;
};

}  // namespace warta::searcher
