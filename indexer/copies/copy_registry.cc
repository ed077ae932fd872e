#include "indexer/copies/copy_registry.h"

#include <algorithm>
#include <string>

#include <xxhash.h>

#include "database/schema.h"
#include "indexer/copies/resemblance.h"
#include "indexer/document_builder.h"

namespace warta::indexer {
namespace {

// A key that more articles have than this is a turn of phrase of a site or of a season, and one of the other keys will
// find the copy; only the latest articles with it are looked at.
constexpr int kMostWithOneKey = 16;

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

CopyRegistry::CopyRegistry() : latest_(kFirstSlots, kNone) {}

void CopyRegistry::load(const Xapian::Database& database) {
  auto cluster = database.valuestream_begin(kCopiesSlot);
  for (auto sketch = database.valuestream_begin(kSketchSlot); sketch != database.valuestream_end(kSketchSlot);
       ++sketch) {
    cluster.skip_to(sketch.get_docid());
    if (cluster == database.valuestream_end(kCopiesSlot)) return;
    const auto read = unserialise_sketch(*sketch);
    if (read && cluster.get_docid() == sketch.get_docid()) remember(*read, unserialise_hash(*cluster));
  }
}

std::uint64_t new_cluster(std::string_view identity, std::uint64_t content_hash) {
  return XXH3_64bits_withSeed(identity.data(), identity.size(), content_hash);
}

std::uint64_t CopyRegistry::place(const TextSketch& sketch, std::uint64_t own) {
  const Entry* original = nearest_copy(sketch);
  const std::uint64_t cluster = original != nullptr ? original->cluster : own;
  remember(sketch, cluster);
  return cluster;
}

const CopyRegistry::Entry* CopyRegistry::nearest_copy(const TextSketch& sketch) const {
  const Entry* nearest = nullptr;
  double most_shared = 0;
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
    const std::uint32_t key = sketch.keys[group];
    if (key == 0) continue;
    int looked_at = 0;
    for (std::uint32_t at = latest_[slot_of(group, key)]; at != kNone && looked_at < kMostWithOneKey;) {
      const Entry& entry = entries_[at / TextSketch::kGroups];
      const std::size_t its_group = at % TextSketch::kGroups;
      at = entry.next[its_group];
      if (its_group != group || entry.sketch.keys[group] != key) continue;
      ++looked_at;
      const double shared = shared_runs(sketch, entry.sketch);
      const bool is_nearer = shared > most_shared || (shared == most_shared && &entry < nearest);
      if (!is_nearer || !are_copies(sketch, entry.sketch)) continue;
      nearest = &entry;
      most_shared = shared;
    }
  }
  return nearest;
}

void CopyRegistry::remember(const TextSketch& sketch, std::uint64_t cluster) {
  entries_.push_back({sketch, cluster, {}});
  if (entries_.size() * TextSketch::kGroups > latest_.size()) return grow();
  link(entries_.size() - 1);
}

void CopyRegistry::link(std::size_t entry) {
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
    std::uint32_t& next = entries_[entry].next[group];
    next = kNone;
    const std::uint32_t key = entries_[entry].sketch.keys[group];
    if (key == 0) continue;
    std::uint32_t& latest = latest_[slot_of(group, key)];
    next = latest;
    latest = static_cast<std::uint32_t>(entry * TextSketch::kGroups + group);
  }
}

void CopyRegistry::grow() {
  latest_.assign(2 * latest_.size(), kNone);
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) link(entry);
}

std::size_t CopyRegistry::slot_of(std::size_t group, std::uint32_t key) const {
  return (key + group * 0x9E3779B1U) & (latest_.size() - 1);
}

}  // namespace warta::indexer
