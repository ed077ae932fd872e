// Merges shards: the final merge into a generation, and the merges of groups on the way there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "indexer/shard_builder.h"

namespace warta::indexer {

enum class Packing : std::uint8_t { fast, tight };  // tight leaves no room in blocks, for what is kept

// Writes all documents of parts, in that order, to a new database at destination. Document ids follow the order of the
// parts. Of metadata that several parts have, that of the first part counts; counts of acronyms and words are added
// up. Throws what Xapian throws.
void merge_shards(const std::vector<std::filesystem::path>& parts, const std::filesystem::path& destination,
                  Packing packing);

// The shards of a run. Groups of kShardsPerGroup neighbours are merged as soon as they are complete, by the worker
// that completed them, while the others go on; so the last merge, which cannot be shared, has few parts, and few files
// are open at a time however large the corpus.
class ShardCollection {
 public:
  static constexpr std::uint64_t kShardsPerGroup = 32;

  explicit ShardCollection(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

  // Path for the shard of this batch.
  std::filesystem::path path_for(std::uint64_t batch_number) const;

  // Path for the shard that corrects pages of the others (repeated_lines/corrections.h).
  std::filesystem::path path_for_corrections() const { return scratch_ / "corrections"; }

  // Takes the shard of a batch, and merges the group that it completes on the calling thread. From any thread.
  void add(std::uint64_t batch_number, Shard shard);

  // What there is, in the order of the batches. When no thread adds any more.
  std::vector<Shard> shards() const;

 private:
  // Level 0 is the shard of a batch, each level above a merged group of the level below; ordinal counts in the level.
  struct Position {
    unsigned level = 0;
    std::uint64_t ordinal = 0;
    auto operator<=>(const Position&) const = default;
  };

  std::filesystem::path path_for(Position position) const;
  std::vector<Shard> take_group_if_complete(Position member);

  const std::filesystem::path scratch_;
  mutable std::mutex mutex_;
  std::map<Position, Shard> shards_;
};

}  // namespace warta::indexer
