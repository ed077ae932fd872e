// JSON files to chunks of articles, whatever stands around and between these.
#pragma once

#include <memory>

#include "indexer/sources/chunk_cutter.h"

namespace warta::indexer {

// The elements of an array, or of an object's arrays of articles; where it closes, what follows is looked at in the
// same way, so that files that were put one behind the other lose nothing. Otherwise values one after the other. A
// chunk holds elements of one array.
std::unique_ptr<ChunkCutter> cut_json(InputBuffer& input, std::uint64_t max_bytes);

}  // namespace warta::indexer
