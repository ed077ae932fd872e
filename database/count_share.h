// Parts of counts: what a shard gets of numbers that were counted over a whole database.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace warta {

// The articles of one shard among those of all.
struct CountShare {
  std::uint64_t before = 0;  // articles of the shards before it
  std::uint64_t own = 0;
  std::uint64_t all = 0;  // more than 0

  // The shard's part of a count, in proportion to its articles; the parts of all shards add up to the count. Which
  // shard gets what does not divide, depends on the name of what was counted, so that rare things do not all go to one.
  std::uint32_t of(std::uint32_t count, std::string_view name) const {
    const std::uint64_t offset = std::hash<std::string_view>()(name) % all;
    const auto up_to = [&](std::uint64_t articles) { return (count * articles + offset) / all; };
    return static_cast<std::uint32_t>(up_to(before + own) - up_to(before));
  }
};

}  // namespace warta
