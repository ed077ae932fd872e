// Numbers the distinct terms of a shard in the order in which they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text_buffer.h"

namespace warta::indexer {

class TermNumbers {
 public:
  // The number of the term, which is size() before the call where it is new.
  std::uint32_t number_of(std::string_view term);

  std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  std::string_view text(std::uint32_t number) const { return texts_[number]; }

  // All numbers in the order of their terms' bytes.
  std::vector<std::uint32_t> sorted() const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  static constexpr std::size_t kFirstSlots = std::size_t{1} << 15;

  void grow();

  std::vector<Slot> slots_;  // probed linearly; a power of two, at most half full
  std::vector<std::string_view> texts_;
  analysis::TextBuffer bytes_;
};

}  // namespace warta::indexer
