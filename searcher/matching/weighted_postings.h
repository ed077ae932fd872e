// The documents of a shard that a part of a query leads to, in the order of their ids, and what the part weighs in
// each.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/matching/score_window.h"
#include "searcher/matching/shard_postings.h"
#include "searcher/matching/term_statistics.h"
#include "searcher/query/scored_query.h"

namespace warta::searcher {

// Behind the last document.
inline constexpr Xapian::docid kNoDocument = ~Xapian::docid{0};

// Stands at a document, at first at the first one. All may throw Xapian::Error.
class WeightedPostings {
 public:
  virtual ~WeightedPostings() = default;

  Xapian::docid document() const { return document_; }       // kNoDocument at the end
  double most() const { return most_; }                      // no document's weight is greater
  Xapian::doccount documents() const { return documents_; }  // about so many in all shards together

  // Moves on to the first document from `document` on, which lies behind the present one.
  virtual void skip_to(Xapian::docid document) = 0;

  // In the present document.
  virtual double weight() const = 0;

  // Adds the weights in all documents of the window, and moves behind it.
  virtual void add_to(ScoreWindow& window) {
    for (; document_ < window.end(); skip_to(document_ + 1)) window.add(document_, weight());
  }

  // The weight in a document, 0 where the part is not in it. Documents are asked for in their order.
  double weight_in(Xapian::docid document) {
    if (document_ < document) skip_to(document);
    return document_ == document ? weight() : 0.0;
  }

 protected:
  Xapian::docid document_ = kNoDocument;
  double most_ = 0;
  Xapian::doccount documents_ = 0;
};

// Keeps no reference to what it is made from. Throws Xapian::Error.
std::unique_ptr<WeightedPostings> make_postings(const ScoredQuery& query, ShardPostings& shard,
                                                TermStatistics& statistics);

// The parts of kind `any` each for itself, as they weigh what they weigh together. Otherwise
// as make_postings.
void add_postings(const ScoredQuery& query, ShardPostings& shard, TermStatistics& statistics,
                  std::vector<std::unique_ptr<WeightedPostings>>& postings);

}  // namespace warta::searcher
