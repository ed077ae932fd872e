#include "indexer/reindex/reindex.h"

#include <utility>

#include "base/language.h"
#include "database/generation.h"
#include "database/xapian_errors.h"
#include "indexer/database_check.h"
#include "indexer/database_writer.h"
#include "indexer/reindex/dictionary_renewal.h"
#include "indexer/reindex/difference.h"
#include "indexer/reindex/stored_articles.h"
#include "indexer/reindex/stored_source.h"

namespace warta::indexer {
namespace {

// With so few left, the rest is brought over under the lock: a matter of seconds.
constexpr std::uint64_t kFewArticles = 1000;
// Where more come in each round than that, the lock ends it.
constexpr int kMostRounds = 5;
// Articles whose terms are compared with their text, and that are asked for.
constexpr unsigned kSampleArticles = 200;

class Reindexing {
 public:
  Reindexing(std::filesystem::path path, const ReindexOptions& options, RunListener& listener,
             const std::atomic<bool>& stop)
      : path_(std::move(path)), options_(options), listener_(listener), stop_(stop) {}

  Result<ReindexReport> run() {
    return prepare().and_then([this] { return build(); }).and_then([this]() -> Result<ReindexReport> {
      if (report_.was_interrupted) return report_;
      return publish().map([this] { return report_; });
    });
  }

 private:
  // Of the database that stands: while it has the same, nothing was written to it.
  struct State {
    std::filesystem::path generation;
    Xapian::rev revision = 0;

    bool operator==(const State&) const = default;
  };

  Result<void> prepare() {
    auto stored = StoredArticles::open(path_);
    if (!stored) return tl::unexpected(stored.error());
    // Versions whose hashes mean something else cannot be compared: nobody may write meanwhile.
    is_comparable_ = stored->has_present_format();
    if (!is_comparable_) {
      if (auto locked = take_lock(); !locked) return locked;
    }
    DatabaseSettings settings;
    if (auto read = guard_xapian(path_, [&] { settings = stored->settings(default_settings()); }); !read) return read;
    if (options_.takes_default_lists) {
      settings.analysis.stop_words = default_settings().analysis.stop_words;
      settings.synonyms = default_settings().synonyms;
    }
    renew_dictionary(*stored, settings);
    auto staging = DatabaseWriter::open_staging(staging_directory(path_), with_requested(settings, options_.settings),
                                                is_comparable_);
    if (!staging) return tl::unexpected(staging.error());
    staging_.emplace(std::move(*staging));
    return {};
  }

  // Until what is staged is the same as what stands, and nobody can change that any more.
  Result<void> build() {
    for (int round = 1;; ++round) {
      const bool is_last = lock_.has_value();
      auto moved = bring_over();
      if (!moved && !is_last && moved.error().code == ExitCode::changed) moved = kFewArticles;
      if (!moved) return tl::unexpected(moved.error());
      if (stop_) {
        report_.was_interrupted = true;
        return {};
      }
      if (is_last) return is_checked_ ? Result<void>() : check();
      if (*moved > kFewArticles && round < kMostRounds) continue;
      if (auto checked = check(); !checked) return checked;
      if (auto locked = take_lock(); !locked) {
        report_.was_interrupted = stop_;
        return stop_ ? Result<void>() : locked;
      }
    }
  }

  Result<void> take_lock() {
    auto lock = DatabaseLock::acquire(path_, LockWait(options_.lock_wait, &stop_));
    if (!lock) return tl::unexpected(lock.error());
    lock_.emplace(std::move(*lock));
    return {};
  }

  // Makes the staged database equal to the one that stands, as it is at this moment. Returns the number of articles
  // that were not.
  Result<std::uint64_t> bring_over() {
    auto stored = StoredArticles::open(path_);
    if (!stored) return tl::unexpected(stored.error());
    const auto state = guard_xapian(path_, [&] {
      return State{stored->generation(), stored->database().get_revision()};
    });
    if (!state) return tl::unexpected(state.error());
    if (brought_over_ == *state) return 0;
    std::optional<std::vector<Xapian::docid>> documents;
    std::uint64_t gone = 0;
    if (is_comparable_ && staging_->current()) {
      auto differing = guard_xapian(
          path_, [&] { return difference(stored->database(), Xapian::Database(staging_->current()->string())); });
      if (!differing) return tl::unexpected(differing.error());
      if (auto removed = remove(differing->gone); !removed) return tl::unexpected(removed.error());
      gone = differing->gone.size();
      documents = std::move(differing->missing);
    }
    const std::uint64_t count = documents ? documents->size() : stored->size();
    if (count > 0 || !staging_->current()) {
      if (auto added = add(*stored, std::move(documents)); !added) return tl::unexpected(added.error());
    }
    brought_over_ = *state;
    return count + gone;
  }

  Result<void> remove(const std::vector<std::string>& identity_terms) {
    if (identity_terms.empty()) return {};
    for (const std::string& term : identity_terms) {
      if (auto removed = staging_->remove(term); !removed) return tl::unexpected(removed.error());
    }
    return staging_->commit_removals();
  }

  Result<void> add(StoredArticles& stored, std::optional<std::vector<Xapian::docid>> documents) {
    StoredSource source(stored, std::move(documents));
    const auto run =
        guard_xapian(path_, [&] { return index_articles(source, *staging_, options_.pipeline, listener_, stop_); });
    if (!run) return tl::unexpected(run.error());
    if (!*run) return tl::unexpected(run->error());
    report_.damaged = source.damaged();
    const RunCounts& counts = (*run)->counts;
    report_.indexed += counts.added + counts.replaced;
    added_ += counts.added;
    return {};
  }

  Result<void> check() {
    is_checked_ = true;
    options_.tell(localized("checking the new generation", "memeriksa generasi baru"));
    std::string first_problem;
    const auto checked = check_sample(staging_->path(), kSampleArticles, [&](const std::string& problem) {
      if (first_problem.empty()) first_problem = problem;
    });
    if (!checked) return tl::unexpected(checked.error());
    if (checked->problems == 0) return {};
    return failure(ExitCode::io_error, localized_format("{}: the new generation is not sound and was not published: {}",
                                                        "{}: generasi baru tidak sehat dan tidak diterbitkan: {}",
                                                        path_.string(), first_problem));
  }

  // Under the lock, with everything brought over.
  Result<void> publish() {
    auto stored = StoredArticles::open(path_);
    if (!stored) return tl::unexpected(stored.error());
    if (auto complete = check_counts(*stored); !complete) return complete;
    const auto site_metadata = guard_xapian(path_, [&] { return stored->site_metadata(); });
    if (!site_metadata) return tl::unexpected(site_metadata.error());
    if (auto written = staging_->set_metadata(*site_metadata); !written) return written;
    report_.articles = staging_->documents();
    if (auto moved = staging_->hand_over_to(path_); !moved) return moved;
    report_.generation = current_generation(path_).value_or(path_).filename().string();
    if (options_.retention) {
      if (auto set = set_retention(path_, *options_.retention); !set) return set;
    }
    return remove_old_generations(path_, retention_of(path_));
  }

  // Articles of an older format may have become one where their identities did; else each stands in both.
  Result<void> check_counts(const StoredArticles& stored) const {
    if (report_.damaged > 0 && !options_.leaves_out_damaged) {
      return failure(ExitCode::io_error,
                     localized_format("{}: {} stored articles cannot be read; restore a backup, or leave them out with "
                                      "--skip-damaged; nothing was changed",
                                      "{}: {} artikel tersimpan tidak dapat dibaca; pulihkan cadangan, atau lewati "
                                      "dengan --skip-damaged; tidak ada yang diubah",
                                      path_.string(), report_.damaged));
    }
    const std::uint64_t expected = is_comparable_ ? stored.size() - report_.damaged : added_;
    if (staging_->documents() == expected) return {};
    return failure(ExitCode::io_error,
                   localized_format("{}: the new generation has {} articles where {} stand; it was not published",
                                    "{}: generasi baru memuat {} artikel, seharusnya {}; tidak diterbitkan",
                                    path_.string(), staging_->documents(), expected));
  }

  const std::filesystem::path path_;
  const ReindexOptions& options_;
  RunListener& listener_;
  const std::atomic<bool>& stop_;
  std::optional<DatabaseLock> lock_;
  std::optional<DatabaseWriter> staging_;
  std::optional<State> brought_over_;  // as it was opened: what is written while it is read makes another state
  bool is_comparable_ = false;
  bool is_checked_ = false;
  std::uint64_t added_ = 0;  // articles of an identity that was not there yet
  ReindexReport report_;
};

}  // namespace

Result<ReindexReport> reindex(const std::filesystem::path& database, const ReindexOptions& options,
                              RunListener& listener, const std::atomic<bool>& stop) {
  return Reindexing(database, options, listener, stop).run();
}

}  // namespace warta::indexer
