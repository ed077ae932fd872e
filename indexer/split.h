// Divides a database into shards that are databases of their own, to be searched as one.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"

namespace warta::indexer {

enum class SplitBy : std::uint8_t {
  hash,   // of the identity: shards of the same size, each with articles of all times
  month,  // of publication: whole months stand together, in shards of about the same size; undated articles in the
          // first
};

struct SplitShard {
  std::filesystem::path path;
  std::uint64_t articles = 0;
};

inline constexpr unsigned kMostShards = 256;
inline constexpr const char* kShardListName = "shards";

// Writes the shards as destination/shard-1, shard-2, ..., and destination/shards, the stub file that names them all.
// Documents are copied as they stand, with their ids and the marks of copies, so that equals keep their order; what was
// counted over the whole database (vocabulary, acronyms) is shared out, and adds up to what it was.
//
// The database is locked meanwhile, and only read. ExitCode::usage where the destination exists and is not empty, or
// where a shard would be empty; ExitCode::interrupted after `stop`. After an error nothing of ours is at the
// destination.
Result<std::vector<SplitShard>> split_database(const std::filesystem::path& database, unsigned shards, SplitBy by,
                                               const std::filesystem::path& destination, const std::atomic<bool>& stop);

}  // namespace warta::indexer
