// Cuts one file into chunks: what differs from kind to kind while reading.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/input_buffer.h"
#include "indexer/sources/prologue.h"

namespace warta::indexer {

class ChunkCutter {
 public:
  virtual ~ChunkCutter() = default;

  // As ChunkReader::next, of one file. Sets the bytes of the chunk and what is known of them; kind and origin are set
  // already and may be changed.
  virtual Result<bool> next(Chunk& chunk) = 0;
};

// Finds where records end: lines, rows, elements, documents. It remembers where it is, so that no byte is looked at
// twice.
class RecordScanner {
 public:
  virtual ~RecordScanner() = default;

  // The end in bytes of the record that begins at their front, or npos where it goes on after them. Bytes before `from`
  // were given at the last call, which found no end. At least kLookBehind of them stay in sight.
  virtual std::size_t find_end(std::string_view bytes, std::size_t from) = 0;
  static constexpr std::size_t kLookBehind = 64;

  // The records end here; what follows in the file is something else.
  virtual bool is_done() const { return false; }
};

// The whole file as one chunk. Error: it is longer than max_bytes.
std::unique_ptr<ChunkCutter> cut_whole_file(InputBuffer& input, std::uint64_t max_bytes);

// Runs of whole records, about kChunkBytes each, until the scanner is done: then the rest of the file waits in input. A
// record longer than max_bytes is passed over, and named by its line; what is cut off by damage of the file goes with
// the error that tells of it.
std::unique_ptr<ChunkCutter> cut_records(InputBuffer& input, std::uint64_t max_bytes,
                                         std::unique_ptr<RecordScanner> scanner, Prologue prologue = {});

}  // namespace warta::indexer
