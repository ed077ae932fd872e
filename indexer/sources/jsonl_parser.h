// JSON Lines, and JSON of any layout, to articles.
#pragma once

#include "indexer/sources/chunk.h"

namespace warta::indexer {

// Parses each line of a chunk. Blank lines mean nothing. A line that can be repaired (invalid UTF-8, raw control
// characters, half surrogate pairs, numbers without end) is repaired with a warning; one that is no JSON object is
// skipped, with its line and column.
void parse_jsonl(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);

// The same for objects with commas or white space between them, as they stand in an array or one after the other.
void parse_json_values(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);

}  // namespace warta::indexer
