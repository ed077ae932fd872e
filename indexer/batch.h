// A batch: consecutive stretches of input that one worker turns into one scratch shard. Batches are numbered in the
// order of the input; whatever must not depend on how threads happen to run (which of two versions of an article is
// the later one, document ids, the order of messages) follows these numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct Batch {
  std::uint64_t number = 0;  // from 0, without gaps
  std::vector<Chunk> chunks;
  std::size_t text_bytes = 0;    // of the chunks
  std::size_t record_bytes = 0;  // of stored articles among them
};

// A batch has about so much text. It is one shard: a merge keeps each shard's pieces of posting lists as they are, so
// that small shards make a large database; but a run of a few thousand articles is to keep all threads busy.
inline constexpr std::size_t kBatchBytes = std::size_t{2} << 20;

// Memory that a batch takes until its shard is written, as a multiple of its text: the text, the parsed articles, their
// terms and postings, and the tables of the shard. Measured: 10 on news, 30 on text in which no word comes twice.
// Records of stored articles are held beside it as they are.
inline constexpr std::size_t kMemoryPerByte = 40;

inline std::size_t memory_of(const Batch& batch) {
  return batch.text_bytes * kMemoryPerByte + batch.record_bytes;
}

// Bytes of text in a chunk: what it counts in a run.
inline std::size_t text_bytes(const Chunk& chunk) {
  std::size_t bytes = chunk.bytes.size();
  for (const Article& article : chunk.articles) bytes += article.title.size() + article.body.size();
  return bytes;
}

inline std::size_t record_bytes(const Chunk& chunk) {
  std::size_t bytes = 0;
  for (const std::string& record : chunk.records) bytes += record.size();
  return bytes;
}

}  // namespace warta::indexer
