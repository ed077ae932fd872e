// The indexing pipeline: sources -> batches -> articles -> documents -> shards -> database.
//
// The calling thread reads and decompresses (a signal reaches it there, even while it waits for standard input);
// workers parse, analyse and write shards, each a whole batch; the last merge brings all shards into the database at
// once. Memory is bounded by bytes: batches under way share a budget (batch_queue.h),
// and the registries take 64 bytes for each of the run's articles, and 160 for each of these and of the database's.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <unordered_set>

#include "base/result.h"
#include "indexer/database_writer.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct PipelineOptions {
  unsigned threads = 0;                               // 0: one a core
  std::size_t memory_bytes = std::size_t{640} << 20;  // for batches under way
  std::filesystem::path scratch;                      // parent of the scratch space; empty: inside the database
  SourceOptions sources;
  bool keeps_repeated_lines = false;                  // else lines that a site's pages share are learned, and removed
  bool is_dry_run = false;                            // only counts: nothing is written
  std::unordered_set<std::uint64_t>* seen = nullptr;  // is given page_key() of every article that is read
};

// Threads that work: as many as were asked for, but no more than there is memory for, and one at least.
// What a thread has used once it keeps: one that must wait for the memory of another would only take more.
unsigned thread_count(const PipelineOptions& options);

// What became of the input. added + replaced + unchanged = articles read.
struct RunCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;
  std::uint64_t warnings = 0;
  std::uint64_t failed_sources = 0;
  std::uint64_t input_bytes = 0;  // as read from disk, compressed or not
  std::uint64_t text_bytes = 0;   // decompressed

  std::uint64_t articles() const { return added + replaced + unchanged; }
};

struct RunReport {
  RunCounts counts;
  bool was_interrupted = false;
};

// Is told what happens, by one thread at a time. Skips and warnings come in the order of the input.
class RunListener {
 public:
  virtual ~RunListener() = default;
  virtual void skipped(const Skip& skip) = 0;
  virtual void warned(const Skip& warning) = 0;
  virtual void source_failed(const Error& error) = 0;
  virtual void progressed(const RunCounts& counts) = 0;
  virtual void merging(const RunCounts& counts) = 0;
};

// Reads all of reader into the database and commits. When `stop` becomes true, what was begun is finished and
// committed, and the report says so. On an error nothing of the run is in the database. Where no source at all could be
// read, a new database is not made.
Result<RunReport> index_articles(ChunkReader& reader, DatabaseWriter& database, const PipelineOptions& options,
                                 RunListener& listener, const std::atomic<bool>& stop);

}  // namespace warta::indexer
