// warta-indexer fetch: articles of feeds, sitemaps and sites into a database, and what is known of them beside it.
#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/language.h"
#include "database/schema.h"
#include "indexer/commands/command.h"
#include "indexer/commands/fetch_options.h"
#include "indexer/commands/run_options.h"
#include "indexer/interruption.h"
#include "indexer/pipeline.h"
#include "indexer/presentation/fetch_report.h"
#include "indexer/presentation/run_console.h"

namespace warta::indexer {
namespace {

constexpr unsigned kLongestMinutes = 100000;

struct FetchCommand {
  std::string database;
  std::vector<std::string> urls;
  std::string source_list;
  FetchArguments fetch;
  unsigned max_minutes = 0;
  unsigned threads = 0;
  std::string stemmer;
  unsigned wait_seconds = 0;
  bool is_verbose = false;
  bool is_quiet = false;
};

Result<std::vector<CrawlSource>> sources_of(const FetchCommand& command) {
  std::vector<CrawlSource> sources;
  if (!command.source_list.empty()) {
    auto listed = read_source_list(command.source_list);
    if (!listed) return listed;
    sources = std::move(*listed);
  }
  for (const std::string& url : command.urls) {
    auto source = parse_source_line(url);
    if (!source) return source.map([](auto&&) { return std::vector<CrawlSource>(); });
    if (!source->url.empty()) sources.push_back(std::move(*source));
  }
  if (!sources.empty()) return sources;
  return failure(ExitCode::usage, localized("nothing to fetch: give --sources FILE or URLs",
                                            "tidak ada yang diambil: berikan --sources BERKAS atau URL"));
}

ExitCode exit_code(const std::vector<SourceReport>& reports, const RunCounts& counts, bool was_interrupted) {
  if (was_interrupted) return ExitCode::interrupted;
  const bool all_failed =
      std::all_of(reports.begin(), reports.end(), [](const SourceReport& report) { return report.has_failed; });
  if (all_failed && counts.articles() == 0) return ExitCode::io_error;
  const bool some_failed = std::any_of(reports.begin(), reports.end(), [](const SourceReport& report) {
    return report.has_failed || report.failed + report.no_article + report.unindexable > 0;
  });
  return some_failed || counts.skipped > 0 ? ExitCode::input_skipped : ExitCode::success;
}

// Articles whose pages do not want to be found any more.
Result<void> remove_withdrawn(const std::vector<std::string>& urls, DatabaseWriter& database) {
  if (urls.empty()) return {};
  for (const std::string& url : urls) {
    const auto removed = database.remove(keyword_term(*find_field("url"), url));
    if (!removed) return tl::unexpected(removed.error());
  }
  return database.commit_removals();
}

void print_reports(RunConsole& console, const std::vector<SourceReport>& reports) {
  for (const SourceReport& report : reports) console.say(fetch_report_line(report));
}

ExitCode run_fetch(const FetchCommand& command) {
  const auto sources = sources_of(command);
  if (!sources) return report(sources.error());
  RequestedSettings requested;
  if (!command.stemmer.empty()) requested.stemmer = command.stemmer;
  auto database = DatabaseWriter::open(command.database, requested, lock_wait(command.wait_seconds));
  if (!database) return report(database.error());
  auto state = FetchState::open(database->path() / kFetchStateName);
  if (!state) return report(state.error());

  CrawlOptions options = crawl_options(command.fetch);
  options.longest_run = std::chrono::minutes(command.max_minutes);
  const std::atomic<bool>& interrupted = watch_for_interruption();
  Crawler crawler(*sources, options, *state, interrupted);
  RunConsole console({.names_every_skip = command.is_verbose, .is_quiet = command.is_quiet});
  // The crawler ends when a signal comes; what it has handed out by then is indexed to the end and committed.
  const std::atomic<bool> never_stops = false;
  PipelineOptions pipeline;
  pipeline.threads = command.threads;
  auto finished = index_articles(crawler, *database, pipeline, console, never_stops);
  console.clear_progress();
  if (!finished) return report(finished.error());
  if (auto removed = remove_withdrawn(crawler.withdrawn(), *database); !removed) return report(removed.error());
  state->forget_before(now_seconds() - kForgottenSeconds);
  if (auto committed = state->commit(); !committed) return report(committed.error());
  finished->was_interrupted = interrupted;
  if (!command.is_quiet) print_reports(console, crawler.reports());
  if (command.is_verbose || finished->was_interrupted) console.summarize(*finished, database->documents());
  return exit_code(crawler.reports(), finished->counts, finished->was_interrupted);
}

std::vector<Parameter> fetch_run_options(FetchCommand& command) {
  return {
      option("--max-minutes", "MINUTES", command.max_minutes, {0, kLongestMinutes},
             localized("for the run; 0 is without end", "lama proses; 0 berarti tanpa batas")),
      option("--threads", "N", command.threads, {0, kMostThreads},
             localized("threads that index what came; 0 is one a core",
                       "jumlah utas yang mengindeks hasilnya; 0 berarti satu per inti")),
      stemmer_option(command.stemmer, SettingsUse::of_new_database),
      wait_option(command.wait_seconds),
      flag("-v,--verbose", command.is_verbose,
           localized("name everything that was left out, and sum up", "sebut semua yang dilewati, dan beri ringkasan")),
      flag("-q,--quiet", command.is_quiet, localized("no line for each source", "tanpa baris untuk tiap sumber")),
  };
}

}  // namespace

Command fetch_command() {
  const auto command = std::make_shared<FetchCommand>();
  CommandLine line{
      .name = "fetch",
      .help = localized("Fetch new articles of feeds, sitemaps and sites",
                        "Ambil artikel baru dari umpan, peta situs dan situs"),
      .detail =
          "Asks politely, and only for what is new: what was fetched before is remembered in `DB/fetch.sqlite`. One "
          "line for each source says what became of it. Pages that ask not to be indexed (noindex) are named and left "
          "out. "
          "Ctrl-C keeps what has been fetched."};
  line.add({
      new_database_argument(command->database),
      argument("URL", command->urls,
               localized("feeds, sitemaps, front pages or articles", "umpan, peta situs, halaman depan atau artikel"))
          .optional(),
      option("--sources", "FILE", command->source_list,
             localized("a file of URLs, one a line; - for standard input",
                       "berkas berisi URL, satu per baris; - untuk masukan standar")),
  });
  line.add(fetch_options(command->fetch));
  line.add(fetch_run_options(*command));
  return {std::move(line), [command] { return run_fetch(*command); }};
}

}  // namespace warta::indexer
