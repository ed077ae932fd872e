// Counts the terms of one article: a hash table that is filled and emptied for each, and keeps its memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "database/common_terms.h"

namespace warta::indexer {

class TermCounter {
 public:
  struct Entry {
    std::string_view term;
    std::uint32_t count;
  };

  // True when the term is new. `hash` is hash_of_term's; the bytes of term must outlive the next clear().
  bool add(std::string_view term, std::uint64_t hash, std::uint32_t count) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = find_slot(term, hash);
    const bool is_new = slot == kFree;
    if (is_new) {
      slot = static_cast<std::uint32_t>(entries_.size());
      entries_.push_back({term, 0});
    }
    entries_[slot].count += count;
    return is_new;
  }

  bool contains(std::string_view term) const {
    return !slots_.empty() && slots_[slot_of(term, hash_of_term(term))] != kFree;
  }

  // The distinct terms in the order in which they first came.
  const std::vector<Entry>& counts() const { return entries_; }

  // The sum of all counts.
  std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (const Entry& entry : entries_) sum += entry.count;
    return sum;
  }

  // What one huge article needed is given back, so that the next ones need not walk over it.
  void clear() {
    entries_.clear();
    if (slots_.size() > kUsualSlots) slots_.resize(kUsualSlots);
    std::ranges::fill(slots_, kFree);
  }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  static constexpr std::size_t kUsualSlots = 2048;  // a power of two, as every size of the table

  std::size_t slot_of(std::string_view term, std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != kFree && entries_[slots_[at]].term != term) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  std::uint32_t& find_slot(std::string_view term, std::uint64_t hash) { return slots_[slot_of(term, hash)]; }

  void grow() {
    slots_.assign(std::max(kUsualSlots, 2 * slots_.size()), kFree);
    for (std::uint32_t i = 0; const Entry& entry : entries_) find_slot(entry.term, hash_of_term(entry.term)) = i++;
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // indexes of entries, probed linearly
};

}  // namespace warta::indexer
