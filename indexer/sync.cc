#include "indexer/sync.h"

#include <string>
#include <unordered_set>
#include <vector>

#include "base/language.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/repeated_lines/corrections.h"

namespace warta::indexer {
namespace {

constexpr std::uint64_t kRemovalsPerCommit = 5000;

// Identity terms of the articles that are not among those seen.
std::vector<std::string> terms_of_gone(const Xapian::Database& database,
                                       const std::unordered_set<std::uint64_t>& seen) {
  std::vector<std::string> gone;
  const std::string prefix(kIdentityPrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (!seen.contains(page_key(*term))) gone.push_back(*term);
  }
  return gone;
}

std::optional<Error> reason_to_keep(const SyncReport& report, std::uint64_t articles, const SyncOptions& options) {
  const RunCounts& counts = report.run.counts;
  if (options.removes_anyway || report.gone == 0) return std::nullopt;
  if (counts.failed_sources + counts.skipped > 0) {
    return Error{ExitCode::input_skipped,
                 localized_format("{} articles that no source has were kept, because some input was skipped; --force "
                                  "removes them",
                                  "{} artikel yang tidak ada di sumber dipertahankan karena ada masukan yang dilewati; "
                                  "hapus dengan --force",
                                  grouped(report.gone))};
  }
  if (report.gone * 100 <= articles * options.most_removed) return std::nullopt;
  return Error{ExitCode::input_skipped,
               localized_format("{} of {} articles are in no source: that is more than {} percent, and none was "
                                "removed; --force removes them",
                                "{} dari {} artikel tidak ada di sumber: lebih dari {} persen, dan tidak ada yang "
                                "dihapus; hapus dengan --force",
                                grouped(report.gone), grouped(articles), options.most_removed)};
}

Result<void> remove_all(const std::vector<std::string>& terms, DatabaseWriter& database, SyncReport& report,
                        const std::atomic<bool>& stop) {
  for (const std::string& term : terms) {
    if (stop) break;
    if (auto removed = database.remove(term); !removed) return tl::unexpected(removed.error());
    if (++report.removed % kRemovalsPerCommit != 0) continue;
    if (auto committed = database.commit_removals(); !committed) return committed;
  }
  return database.commit_removals();
}

}  // namespace

Result<SyncReport> sync_articles(ChunkReader& reader, DatabaseWriter& database, PipelineOptions pipeline,
                                 const SyncOptions& options, RunListener& listener, const std::atomic<bool>& stop) {
  const std::uint64_t articles = database.documents();
  std::unordered_set<std::uint64_t> seen;
  pipeline.seen = &seen;
  pipeline.is_dry_run = options.is_dry_run;
  auto run = index_articles(reader, database, pipeline, listener, stop);
  if (!run) return tl::unexpected(run.error());
  SyncReport report{.run = *run};
  const auto& current = database.current();
  if (report.run.was_interrupted || !current) return report;

  const auto gone =
      guard_xapian(database.path(), [&] { return terms_of_gone(Xapian::Database(current->string()), seen); });
  if (!gone) return tl::unexpected(gone.error());
  report.gone = gone->size();
  report.refusal = reason_to_keep(report, articles, options);
  if (report.refusal || options.is_dry_run || gone->empty()) return report;
  if (auto removed = remove_all(*gone, database, report, stop); !removed) return tl::unexpected(removed.error());
  report.run.was_interrupted = report.removed < report.gone;
  return report;
}

}  // namespace warta::indexer
