#include "indexer/compaction.h"

#include <algorithm>

#include <fmt/format.h>
#include <xapian.h>

#include "database/metadata_compactor.h"

namespace warta::indexer {

namespace fs = std::filesystem;

void merge_shards(const std::vector<fs::path>& parts, const fs::path& destination, Packing packing) {
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  MetadataCompactor compactor;
  all.compact(destination.string(), packing == Packing::tight ? Xapian::Compactor::FULLER : Xapian::Compactor::STANDARD,
              0, compactor);
}

fs::path ShardCollection::path_for(Position position) const {
  return scratch_ / fmt::format("shard-{}-{}", position.level, position.ordinal);
}

fs::path ShardCollection::path_for(std::uint64_t batch_number) const {
  return path_for(Position{.level = 0, .ordinal = batch_number});
}

std::vector<Shard> ShardCollection::take_group_if_complete(Position member) {
  const std::uint64_t begin = member.ordinal / kShardsPerGroup * kShardsPerGroup;
  const auto first = shards_.lower_bound({member.level, begin});
  const auto last = shards_.lower_bound({member.level, begin + kShardsPerGroup});
  if (static_cast<std::uint64_t>(std::distance(first, last)) < kShardsPerGroup) return {};
  std::vector<Shard> group;
  for (auto entry = first; entry != last; ++entry) group.push_back(std::move(entry->second));
  shards_.erase(first, last);
  return group;
}

void ShardCollection::add(std::uint64_t batch_number, Shard shard) {
  for (Position position{.level = 0, .ordinal = batch_number};;) {
    std::vector<Shard> group;
    {
      const std::lock_guard lock(mutex_);
      shards_.emplace(position, std::move(shard));
      group = take_group_if_complete(position);
    }
    if (group.empty()) return;
    position = {position.level + 1, position.ordinal / kShardsPerGroup};
    shard = {};
    std::vector<fs::path> parts;
    for (const Shard& part : group) {
      if (part.documents > 0) parts.push_back(part.path);
      shard.documents += part.documents;
    }
    if (parts.empty()) continue;
    shard.path = path_for(position);
    merge_shards(parts, shard.path, Packing::fast);
    for (const fs::path& part : parts) fs::remove_all(part);
  }
}

std::vector<Shard> ShardCollection::shards() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<std::uint64_t, Shard>> ordered;
  for (const auto& [position, shard] : shards_) {
    std::uint64_t first_batch = position.ordinal;
    for (unsigned level = 0; level < position.level; ++level) first_batch *= kShardsPerGroup;
    if (shard.documents > 0) ordered.emplace_back(first_batch, shard);
  }
  std::ranges::sort(ordered, {}, [](const auto& entry) { return entry.first; });
  std::vector<Shard> shards;
  for (auto& [first_batch, shard] : ordered) shards.push_back(std::move(shard));
  return shards;
}

}  // namespace warta::indexer
