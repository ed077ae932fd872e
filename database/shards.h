// A database in one piece or in several shards: local ones, and those that xapian-tcpsrv serves on other machines. What
// they hold is searched as one; what their metadata counts is added up by whoever reads it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "base/result.h"

namespace warta {

// All shards of one database, at least one; of a database in one piece just that.
using Shards = std::span<const Xapian::Database>;

inline Shards single_shard(const Xapian::Database& database) {
  return {&database, 1};
}

// The id, in all shards joined, of a document of one of them: Xapian deals ids out in turns.
inline Xapian::docid joined_id(Xapian::docid id, std::size_t shard, std::size_t shard_count) {
  return static_cast<Xapian::docid>((id - 1) * shard_count + shard + 1);
}

// Where a shard is.
struct ShardAddress {
  std::string name;  // as the person wrote it, or as the stub file leads there
  std::string host;  // empty for a local shard, whose path is `name`
  unsigned port = 0;

  bool operator==(const ShardAddress&) const = default;
};

inline constexpr std::chrono::seconds kShardTimeout{10};

// The shards that a name stands for: "host:port" or "[::1]:port" is one; the directory of a database is its current
// generation; a stub file of Xapian (lines "auto PATH", "glass PATH" or "remote HOST:PORT", with paths relative to the
// file, and # comments) is what its lines stand for, in their order. Any other directory is taken for a Xapian
// database. ExitCode::no_database where nothing has the name; ExitCode::usage, with file and line, for a stub file that
// cannot be read, or stub files that lead in a circle.
Result<std::vector<ShardAddress>> find_shards(const std::string& name);

// Opens a shard. A remote one that does not answer in time, now or at any later request, is ExitCode::io_error with
// its host and port.
Result<Xapian::Database> open_shard(const ShardAddress& address, std::chrono::milliseconds timeout);

}  // namespace warta
