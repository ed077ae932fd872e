// What terms weigh by their rareness in the whole database, all shards together.
#pragma once

#include <span>
#include <string>
#include <unordered_map>

#include <xapian.h>

#include "searcher/matching/shard_postings.h"
#include "searcher/ranking/bm25.h"

namespace warta::searcher {

// One a query: each frequency is looked up once.
class TermStatistics {
 public:
  // The shards must outlive it.
  explicit TermStatistics(std::span<const ShardPostings> shards) : shards_(shards) {
    for (const ShardPostings& shard : shards) articles_ += shard.database().get_doccount();
  }

  Xapian::doccount articles() const { return articles_; }

  // In how many articles the term stands. Throws Xapian::Error.
  Xapian::doccount frequency(const std::string& term) {
    const auto [entry, is_new] = frequencies_.try_emplace(term, 0);
    if (!is_new) return entry->second;
    for (const ShardPostings& shard : shards_) entry->second += shard.frequency(term);
    return entry->second;
  }

  // What BM25 makes of it where the term stands without end: its weight in an article approaches that.
  double limit(const std::string& term) { return (kBm25K1 + 1) * rareness(frequency(term), articles_); }

 private:
  std::span<const ShardPostings> shards_;
  Xapian::doccount articles_ = 0;
  std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace warta::searcher
