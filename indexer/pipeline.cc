#include "indexer/pipeline.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

#include "database/xapian_errors.h"
#include "indexer/batch_reader.h"
#include "indexer/batch_worker.h"
#include "indexer/repeated_lines/corrections.h"
#include "indexer/run_state.h"
#include "indexer/scratch_space.h"

namespace warta::indexer {
namespace {

// What a thread comes to hold for good: its batches and shards, caches, words. Measured on text in which no word comes
// twice; a run of one thread took 174 MiB there, one of six 627.
constexpr std::size_t kMemoryPerThread = std::size_t{90} << 20;

std::vector<std::jthread> start_workers(RunState& run) {
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < thread_count(run.options); ++i) workers.emplace_back([&run] { work_on_batches(run); });
  return workers;
}

// Workers wait for what is read: they must not when reading breaks.
void read_all(BatchReader& batches, RunState& run) {
  try {
    batches.read_all();
  } catch (...) {
    run.queue.stop();
    run.turnstile.abort();
    throw;
  }
}

bool nothing_could_be_read(const RunCounts& counts) {
  return counts.failed_sources > 0 && counts.articles() + counts.skipped == 0;
}

}  // namespace

unsigned thread_count(const PipelineOptions& options) {
  const unsigned wanted = options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t affordable = options.memory_bytes / kMemoryPerThread;
  return static_cast<unsigned>(std::clamp<std::size_t>(affordable, 1, wanted));
}

Result<RunReport> index_articles(ChunkReader& reader, DatabaseWriter& database, const PipelineOptions& options,
                                 RunListener& listener, const std::atomic<bool>& stop) {
  auto scratch = ScratchSpace::create(database.path(), options.scratch);
  if (!scratch) return tl::unexpected(scratch.error());
  RunState run(database, options, scratch->path(), listener, stop);
  {
    BatchReader batches(reader, run);
    batches.learn_dictionary();
    const std::vector<std::jthread> workers = start_workers(run);
    read_all(batches, run);
  }
  if (auto failed = run.error()) return tl::unexpected(*failed);
  if (options.is_dry_run || nothing_could_be_read(run.counts)) return RunReport{run.counts, stop.load()};

  listener.merging(run.counts);
  Additions additions{.shards = run.shards.shards(),
                      .has_replacements = run.counts.replaced > 0,
                      .learned = run.take_learned(),
                      .metadata = run.furniture.metadata()};
  auto corrections = write_corrections(run, additions.shards);
  if (!corrections) return tl::unexpected(corrections.error());
  if (corrections->documents > 0) {
    additions.shards.push_back(std::move(*corrections));
    additions.has_replacements = true;
  }
  if (auto committed = database.commit(additions, scratch->path()); !committed) {
    return tl::unexpected(committed.error());
  }
  return RunReport{run.counts, stop.load()};
}

}  // namespace warta::indexer
