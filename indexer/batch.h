// A batch: consecutive stretches of input that one worker turns into one scratch shard. Batches are numbered in the
// order of the input; whatever must not depend on how threads happen to run (which of two versions of an article is
// the later one, document ids, the order of messages) follows these numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct Batch {
  std::uint64_t number = 0;  // from 0, without gaps
  std::vector<Chunk> chunks;
  std::size_t bytes = 0;  // of the chunks
};

// Bytes of text in a chunk: what it costs in memory, and what it counts in a run.
inline std::size_t text_bytes(const Chunk& chunk) {
  std::size_t bytes = chunk.bytes.size();
  for (const Article& article : chunk.articles) bytes += article.title.size() + article.body.size();
  return bytes;
}

}  // namespace warta::indexer
