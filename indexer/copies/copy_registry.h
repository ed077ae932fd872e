// Which articles are copies of which: decided article by article, in the order of the input, against all that came
// before and all that stands in the database.
#pragma once

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
// Takes about 260 bytes an article. For one thread at a time.
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
    TextTraits traits;
    std::uint64_t cluster;
  };
  // A key of an entry, in the chain of its slot. They stand apart from the entries, for most that a search passes by
  // are of other keys or of texts that share little, and each costs a wait for memory.
  struct Node {
    std::uint32_t key;   // 0: none
    std::uint32_t next;  // the node before in the same slot, or kNone
  };
  struct Walk;
  class Candidates;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  const Entry* nearest_copy(const TextSketch& sketch) const;
  void find_candidates(const TextSketch& sketch, Candidates& found) const;
  void step(Walk& walk, Candidates& found) const;
  void remember(const TextSketch& sketch, std::uint64_t cluster);
  void link(std::size_t node);
  void grow();
  std::size_t slot_of(std::size_t group, std::uint32_t key) const;

  std::vector<Entry> entries_;
  std::vector<Node> nodes_;            // kGroups of each entry, in their order
  std::vector<std::uint32_t> latest_;  // slot -> the latest node there, or kNone; its size is a power of two
};

// The name of the cluster that an article founds: of this version of it, so that a later version that is no copy of
// the first has one of its own.
std::uint64_t new_cluster(std::string_view identity, std::uint64_t content_hash);

}  // namespace warta::indexer
