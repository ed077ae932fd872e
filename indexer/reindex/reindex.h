// Indexing an archive again from what it stores, while it is searched and written to: docs/operation.md.
//
// The next generation grows in a database of its own inside the directory (staging_directory), through the same
// pipeline as new articles, and without the lock of the database. What was added, changed or removed meanwhile is found
// by comparison and brought over, the last of it under the lock; then the generation is checked, moved and published.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "database/retention.h"
#include "indexer/pipeline.h"
#include "indexer/requested_settings.h"

namespace warta::indexer {

struct ReindexOptions {
  RequestedSettings settings;          // others stay as they are
  bool takes_default_lists = false;    // the stop words and synonyms of this version, for those of the database
  bool leaves_out_damaged = false;     // stored articles that cannot be read; else they are an error
  PipelineOptions pipeline;            // of it, keeps_repeated_lines has no meaning: stored articles stay as they are
  std::chrono::seconds lock_wait{0};   // for other writers, when the new generation is ready
  std::optional<Retention> retention;  // a new rule for the generations before
  std::function<void(const std::string&)> tell = [](auto&) {};  // is told each step, in words for the person
};

struct ReindexReport {
  std::string generation;        // the published one: "gen-000002"
  std::uint64_t articles = 0;    // in it
  std::uint64_t indexed = 0;     // by this run; fewer where it went on from an interrupted one
  std::uint64_t damaged = 0;     // left out
  bool was_interrupted = false;  // nothing was published, and the next run with the same settings goes on from there
};

// On an error, or when `stop` became true, the database is as it was. ExitCode::locked where another run is indexing
// anew, or a writer did not end in time; ExitCode::io_error where stored articles cannot be read, or the check fails.
Result<ReindexReport> reindex(const std::filesystem::path& database, const ReindexOptions& options,
                              RunListener& listener, const std::atomic<bool>& stop);

}  // namespace warta::indexer
