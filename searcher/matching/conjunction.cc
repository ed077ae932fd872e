#include "searcher/matching/conjunction.h"

#include <algorithm>

namespace warta::searcher {
namespace {

// A part in one of so many articles or more is common: it rules out less than a signature, and to find a document in
// its postings costs as much. At 20, a signature is read for too many documents.
constexpr Xapian::doccount kArticlesToCommon = 3;

}  // namespace

Conjunction::Conjunction(const ScoredQuery& query, ShardPostings& shard, TermStatistics& statistics) {
  if (query.kind == ScoredQuery::Kind::all && query.share == 1.0) {
    for (const ScoredQuery& part : query.parts) parts_.push_back(make_postings(part, shard, statistics));
  } else {
    parts_.push_back(make_postings(query, shard, statistics));
  }
  std::ranges::sort(parts_, {}, &WeightedPostings::documents);
  const Xapian::doccount common = statistics.articles() / kArticlesToCommon;
  while (rare_parts_ < parts_.size() && parts_[rare_parts_]->documents() < common) ++rare_parts_;
  meet(parts_.front()->document());
}

void Conjunction::meet(Xapian::docid document) {
  for (std::size_t part = 0; part < rare_parts_ && document != kNoDocument;) {
    if (parts_[part]->document() < document) parts_[part]->skip_to(document);
    const Xapian::docid found = parts_[part]->document();
    part = found == document || part == 0 ? part + 1 : 0;
    document = found;
  }
  document_ = document;
}

bool Conjunction::is_complete() {
  return std::all_of(parts_.begin() + static_cast<std::ptrdiff_t>(rare_parts_), parts_.end(), [&](const auto& part) {
    if (part->document() < document_) part->skip_to(document_);
    return part->document() == document_;
  });
}

double Conjunction::weight() const {
  double weight = 0;
  for (const auto& part : parts_) weight += part->weight();
  return weight;
}

}  // namespace warta::searcher
