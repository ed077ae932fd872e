// What the threads of one run share.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "analysis/acronyms.h"
#include "base/result.h"
#include "indexer/article_registry.h"
#include "indexer/batch_queue.h"
#include "indexer/compaction.h"
#include "indexer/pipeline.h"
#include "indexer/turnstile.h"

namespace warta::indexer {

struct RunState {
  RunState(DatabaseWriter& database_, const PipelineOptions& options_, std::filesystem::path scratch,
           RunListener& listener_, const std::atomic<bool>& stop_)
      : database(database_),
        options(options_),
        stop(stop_),
        queue(options_.memory_bytes),
        shards(std::move(scratch)),
        listener(listener_) {}

  DatabaseWriter& database;  // workers only read its settings and the path of its generation
  const PipelineOptions& options;
  const std::atomic<bool>& stop;
  BatchQueue queue;
  ShardCollection shards;

  Turnstile turnstile;
  ArticleRegistry registry;  // for whoever has the turn

  std::mutex listener_mutex;  // guards listener and counts
  RunListener& listener;
  RunCounts counts;

  // Takes what a worker learned. From any thread.
  void learn(const analysis::AcronymCounts& learned) {
    const std::lock_guard lock(acronyms_mutex_);
    acronyms_.merge(learned);
  }
  // All that was learned, when no worker runs any more.
  const analysis::AcronymCounts& acronyms() const { return acronyms_; }

  // Ends the run; the first error is the one that is reported.
  void fail(Error error) {
    {
      const std::lock_guard lock(error_mutex_);
      if (!error_) error_ = std::move(error);
    }
    queue.stop();
    turnstile.abort();
  }
  std::optional<Error> error() const {
    const std::lock_guard lock(error_mutex_);
    return error_;
  }

 private:
  std::mutex acronyms_mutex_;
  analysis::AcronymCounts acronyms_;
  mutable std::mutex error_mutex_;
  std::optional<Error> error_;
};

}  // namespace warta::indexer
