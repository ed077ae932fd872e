// What the threads of one run share.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>

#include "base/result.h"
#include "indexer/article_registry.h"
#include "indexer/batch_queue.h"
#include "indexer/compaction.h"
#include "indexer/copies/copy_registry.h"
#include "indexer/pipeline.h"
#include "indexer/repeated_lines/learned_furniture.h"
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
        furniture([this](const std::string& site) { return site_lines_of_database(site); }),
        listener(listener_) {}

  DatabaseWriter& database;  // workers only read its settings and the path of its generation
  const PipelineOptions& options;
  const std::atomic<bool>& stop;
  BatchQueue queue;
  ShardCollection shards;

  Turnstile turnstile;
  ArticleRegistry registry;  // these are for whoever has the turn
  LearnedFurniture furniture;

  std::mutex listener_mutex;  // guards listener and counts
  RunListener& listener;
  RunCounts counts;

  // The articles of the database and of the run so far, by what they are copies of. A run that brings nothing new never
  // asks, and does not read them. For whoever has the turn. Throws Xapian::Error.
  CopyRegistry& copies() {
    if (!copies_) {
      copies_.emplace();
      if (database.current()) copies_->load(earlier());
    }
    return *copies_;
  }

  // Takes what a worker learned. From any thread.
  void learn(Learned learned) {
    const std::lock_guard lock(learned_mutex_);
    learned_.acronyms.merge(learned.acronyms);
    learned_.words = merge_vocabularies(std::move(learned_.words), std::move(learned.words));
  }
  // All that was learned, when no worker runs any more.
  Learned take_learned() {
    keep_most_frequent(learned_.words, kMostVocabularyWords);
    return std::move(learned_);
  }

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
  // What earlier runs saw of a site's pages. For whoever has the turn.
  std::string site_lines_of_database(const std::string& site) {
    if (!database.current()) return {};
    return earlier().get_metadata(site_lines_key(site));
  }

  // The current generation, where there is one. For whoever has the turn.
  const Xapian::Database& earlier() {
    if (!earlier_) earlier_ = Xapian::Database(database.current()->string());
    return *earlier_;
  }

  std::optional<Xapian::Database> earlier_;
  std::optional<CopyRegistry> copies_;
  std::mutex learned_mutex_;
  Learned learned_;
  mutable std::mutex error_mutex_;
  std::optional<Error> error_;
};

}  // namespace warta::indexer
