// The kinds of input, one row each: what a person calls it, how a file of it is cut into chunks, how a chunk is parsed.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "base/result.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/chunk_cutter.h"

namespace warta::indexer {

struct InputKind {
  SourceKind kind;
  std::string_view name;  // as the option --kind has it; empty where no file is of this kind

  // Begins a file. What it needs to see of it is read; the cutter keeps a reference to input. Error: the file is
  // refused as a whole, or ExitCode::interrupted, after which the call can be repeated.
  Result<std::unique_ptr<ChunkCutter>> (*open)(InputBuffer& input, const SourceOptions& options);

  // As parse_chunk, of this kind.
  void (*parse)(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);
};

// All rows.
std::span<const InputKind> input_kinds();

// The row of a kind, which is not SourceKind::detect.
const InputKind& input_kind(SourceKind kind);

}  // namespace warta::indexer
