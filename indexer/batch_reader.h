// Reading: gathers chunks of the sources into batches for the workers.
#pragma once

#include <vector>

#include "indexer/batch.h"
#include "indexer/run_state.h"

namespace warta::indexer {

class BatchReader {
 public:
  BatchReader(ChunkReader& reader, RunState& run) : reader_(reader), run_(run) {}

  // Gives a database that has no compression dictionary one that is trained on the beginning of the sources, if they
  // are long enough. What was read for it stays to be handed out. Before any worker starts.
  void learn_dictionary();

  // Hands out everything to the end of the sources, or until the run stops or fails.
  void read_all();

 private:
  bool next_chunk(Chunk& chunk);
  void report(const Error& error);
  bool next_batch(Batch& batch);

  ChunkReader& reader_;
  RunState& run_;
  std::vector<Chunk> read_ahead_;  // in reverse order
  std::uint64_t batches_ = 0;
};

}  // namespace warta::indexer
