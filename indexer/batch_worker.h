// A working thread: parses batches, tells new articles from known ones, and writes shards.
#pragma once

#include "indexer/run_state.h"

namespace warta::indexer {

// Works on batches until there are no more. An error ends the run for all threads.
void work_on_batches(RunState& run);

}  // namespace warta::indexer
