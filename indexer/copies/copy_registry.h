// Which articles are copies of which: decided article by article, in the order of the input, against all that came
// before and all that stands in the database.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/copies/text_sketch.h"

namespace warta::indexer {

// Copies form clusters. An article joins the cluster of the earlier article that it resembles most, if it is a copy of
// one, and founds a cluster of its own otherwise. Clusters never merge, and no article changes its cluster because of a
// later one: what a reader saw yesterday is so today, and a run only ever writes the articles that it adds. The same
// articles in the same order give the same clusters, on any number of threads.
//
// Takes about 220 bytes an article. For one thread at a time.
class CopyRegistry {
 public:
  CopyRegistry();

  // Takes over what stands in the database, in the order of its documents. Throws Xapian::Error.
  void load(const Xapian::Database& database);

  // The cluster of an article with this sketch: one that stands already, or `own`, which nothing else is called. The
  // article is remembered. Not for sketches that are not comparable.
  std::uint64_t place(const TextSketch& sketch, std::uint64_t own);

 private:
  struct Entry {
    TextSketch sketch;
    std::uint64_t cluster;
    std::array<std::uint32_t, TextSketch::kGroups> next;  // the key before in the same slot, for each key; or kNone
  };
  // A key is named by kGroups times the number of its entry, and its group.
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  const Entry* nearest_copy(const TextSketch& sketch) const;
  void remember(const TextSketch& sketch, std::uint64_t cluster);
  void link(std::size_t entry);
  void grow();
  std::size_t slot_of(std::size_t group, std::uint32_t key) const;

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> latest_;  // slot -> the latest key there; its size is a power of two
};

// The name of the cluster that an article founds: of this version of it, so that a later version that is no copy of
// the first has one of its own.
std::uint64_t new_cluster(std::string_view identity, std::uint64_t content_hash);

}  // namespace warta::indexer
