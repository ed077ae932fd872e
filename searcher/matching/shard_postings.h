// The postings of a shard on this machine. Xapian reads them block by block and undoes their encoding at each query;
// those of words that are asked for again stand in memory as they are needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

namespace warta::searcher {

// All postings of a term, in the order of the documents.
struct KeptPostings {
  std::vector<Xapian::docid> documents;
  std::vector<std::uint8_t> frequencies;  // of each document: at most kGreatestFrequency
};

// One a session for each shard. Keeps the first 64 MiB, about 13 million postings: what is asked for often is among
// them, and nothing is ever read in vain, as it would be where a large archive had lists take each other's place.
class ShardPostings {
 public:
  explicit ShardPostings(Xapian::Database shard) : shard_(std::move(shard)) {}

  const Xapian::Database& database() const { return shard_; }

  // In how many of the shard's documents the term stands. Throws Xapian::Error, as all.
  Xapian::doccount frequency(const std::string& term) const;

  // The postings of a term that was asked for before; nullptr at the first time, and where there is no room for
  // them. A process that answers one query reads of a list no more than the query needs.
  std::shared_ptr<const KeptPostings> find(const std::string& term);

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;
  static constexpr std::size_t kMostBytesOfTerm = kMostBytes / 8;
  static constexpr std::size_t kBytesOfPosting = sizeof(Xapian::docid) + sizeof(std::uint8_t);
  static constexpr std::size_t kBytesOfTerm = 192;  // what an entry takes beside its postings, about

  std::shared_ptr<const KeptPostings> read(const std::string& term, Xapian::doccount documents) const;
  bool has_room_for(std::size_t bytes) const { return bytes_ + bytes <= kMostBytes; }

  Xapian::Database shard_;
  std::unordered_map<std::string, std::shared_ptr<const KeptPostings>> terms_ = {};  // nullptr: asked for once
  std::size_t bytes_ = 0;                                                            // of terms_
};

}  // namespace warta::searcher
