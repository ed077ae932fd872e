#include "indexer/copies/copy_registry.h"

#include <array>
#include <span>

#include <xxhash.h>

#include "database/article.h"
#include "database/schema.h"
#include "indexer/copies/resemblance.h"

namespace warta::indexer {
namespace {

// A key that more articles have than this is a turn of phrase of a site or of a season, and one of the other keys will
// find the copy; only the latest articles with it are looked at.
constexpr std::uint32_t kMostWithOneKey = 16;

constexpr std::size_t kFirstSlots = 1024;

void prefetch(const void* first_byte, std::size_t bytes) {
  __builtin_prefetch(first_byte);
  __builtin_prefetch(static_cast<const char*>(first_byte) + bytes - 1);
}

}  // namespace

// On the way through the chain of one key.
struct CopyRegistry::Walk {
  std::size_t group;
  std::uint32_t key;
  std::uint32_t at;  // a node, or kNone
  std::uint32_t found = 0;
};

// Numbers of entries that share a key with an article; one that shares several keys may stand there several times.
class CopyRegistry::Candidates {
 public:
  void add(std::uint32_t entry) { entries_[count_++] = entry; }
  std::span<const std::uint32_t> entries() const { return {entries_.data(), count_}; }

 private:
  std::array<std::uint32_t, TextSketch::kGroups * kMostWithOneKey> entries_;
  std::size_t count_ = 0;
};

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
  Candidates candidates;
  find_candidates(sketch, candidates);
  const Entry* nearest = nullptr;
  double most_shared = 0;
  for (const std::uint32_t candidate : candidates.entries()) {
    const Entry& entry = entries_[candidate];
    const double shared = shared_runs(sketch, entry.traits);
    const bool is_nearer = shared > most_shared || (shared == most_shared && &entry < nearest);
    if (!is_nearer || !are_copies(sketch, entry.traits, shared)) continue;
    nearest = &entry;
    most_shared = shared;
  }
  return nearest;
}

// Hardly anything that is looked at here is in the processor's caches. So the chains of all keys are walked side by
// side, a step of each in turn: what a step needs comes from memory while the others are made.
void CopyRegistry::find_candidates(const TextSketch& sketch, Candidates& found) const {
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
    __builtin_prefetch(&latest_[slot_of(group, sketch.keys[group])]);
  }
  std::array<Walk, TextSketch::kGroups> walks;
  for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
    const std::uint32_t key = sketch.keys[group];
    walks[group] = {.group = group, .key = key, .at = key == 0 ? kNone : latest_[slot_of(group, key)]};
    if (walks[group].at != kNone) __builtin_prefetch(&nodes_[walks[group].at]);
  }
  for (bool is_walking = true; is_walking;) {
    is_walking = false;
    for (Walk& walk : walks) {
      if (walk.at == kNone) continue;
      step(walk, found);
      is_walking = true;
    }
  }
}

void CopyRegistry::step(Walk& walk, Candidates& found) const {
  const Node& node = nodes_[walk.at];
  if (node.key == walk.key && walk.at % TextSketch::kGroups == walk.group) {
    const std::uint32_t entry = walk.at / TextSketch::kGroups;
    prefetch(&entries_[entry].traits.codes, sizeof TextTraits::codes);
    found.add(entry);
    ++walk.found;
  }
  walk.at = walk.found < kMostWithOneKey ? node.next : kNone;
  if (walk.at != kNone) __builtin_prefetch(&nodes_[walk.at]);
}

void CopyRegistry::remember(const TextSketch& sketch, std::uint64_t cluster) {
  entries_.push_back({sketch, cluster});
  for (const std::uint32_t key : sketch.keys) nodes_.push_back({key, kNone});
  if (nodes_.size() > latest_.size()) return grow();
  for (std::size_t node = nodes_.size() - TextSketch::kGroups; node < nodes_.size(); ++node) link(node);
}

void CopyRegistry::link(std::size_t node) {
  Node& linked = nodes_[node];
  linked.next = kNone;
  if (linked.key == 0) return;
  std::uint32_t& latest = latest_[slot_of(node % TextSketch::kGroups, linked.key)];
  linked.next = latest;
  latest = static_cast<std::uint32_t>(node);
}

void CopyRegistry::grow() {
  latest_.assign(2 * latest_.size(), kNone);
  for (std::size_t node = 0; node < nodes_.size(); ++node) link(node);
}

std::size_t CopyRegistry::slot_of(std::size_t group, std::uint32_t key) const {
  return (key + group * 0x9E3779B1U) & (latest_.size() - 1);
}

}  // namespace warta::indexer
