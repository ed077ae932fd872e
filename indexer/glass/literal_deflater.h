// Deflates many short texts that are alike, such as the term lists of a shard, by one code for all of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/huffman_code.h"

namespace warta::indexer::glass {

// How often each byte comes in texts, and how many texts there are.
class ByteCounts {
 public:
  // So many texts, one after the other.
  void add(std::string_view texts, std::size_t count);

  // Counts of the 256 bytes, and of the mark at the end of a text.
  const std::array<std::uint32_t, 257>& counts() const { return counts_; }

 private:
  std::array<std::uint32_t, 257> counts_{};
};

// Raw deflate (RFC 1951) as any inflater reads it: one block of literals, without looking for repetitions. Its code is
// made once and serves all texts, so that a byte costs a look into a table. Term lists hold what sorted terms do not
// share with each other; looking for repetitions makes them only 2% shorter, and took most of the time.
class LiteralDeflater {
 public:
  // For the texts that were counted, and others of the same bytes.
  explicit LiteralDeflater(const ByteCounts& texts);

  // Replaces what is in deflated.
  void deflate(std::string_view text, std::string& deflated) const;

 private:
  std::vector<HuffmanCode> codes_;  // of the bytes and the mark at the end
  std::string header_;              // the whole bytes of it: which code follows
  HuffmanCode rest_of_header_;      // the bits after them
};

}  // namespace warta::indexer::glass
