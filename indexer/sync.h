// A database made equal to its sources: what is new is added, what changed is replaced, what is gone is removed.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "indexer/database_writer.h"
#include "indexer/pipeline.h"

namespace warta::indexer {

struct SyncOptions {
  bool is_dry_run = false;      // only counts
  bool removes_anyway = false;  // also where the sources look incomplete
  unsigned most_removed = 20;   // percent of the database's articles; more look like a source that failed
};

struct SyncReport {
  RunReport run;
  std::uint64_t gone = 0;             // articles of the database that no source has
  std::uint64_t removed = 0;          // fewer only where they were kept, for safety or because the run was interrupted
  std::optional<Error> refusal = {};  // why they were kept
};

// Adds first, in one commit, then removes, in several. What was skipped, a source that failed, an interruption and too
// many removals at once keep everything that is gone, so that a broken source does not empty the archive.
Result<SyncReport> sync_articles(ChunkReader& reader, DatabaseWriter& database, PipelineOptions pipeline,
                                 const SyncOptions& options, RunListener& listener, const std::atomic<bool>& stop);

}  // namespace warta::indexer
