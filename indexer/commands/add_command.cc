// warta-indexer add: articles of files, directories and standard input into a database.
#include <memory>
#include <string>
#include <vector>

#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"
#include "indexer/interruption.h"
#include "indexer/pipeline.h"
#include "indexer/presentation/run_console.h"

namespace warta::indexer {
namespace {

struct AddOptions {
  std::string database;
  std::vector<std::string> sources;
  SourceOptions source_options;
  RunArguments run;
  SettingsArguments settings;
  unsigned wait_seconds = 0;
  bool keeps_repeated_lines = false;
};

ExitCode run_add(const AddOptions& options) {
  const auto requested = requested_settings(options.settings);
  if (!requested) return report(requested.error());
  auto database = DatabaseWriter::open(options.database, *requested, lock_wait(options.wait_seconds));
  if (!database) return report(database.error());
  PipelineOptions pipeline = pipeline_options(options.run);
  pipeline.sources = options.source_options;
  pipeline.keeps_repeated_lines = options.keeps_repeated_lines;
  const auto reader = open_sources(options.sources, pipeline.sources);
  RunConsole console({
      .names_every_skip = options.run.is_verbose,
      .is_quiet = options.run.is_quiet,
      .total_bytes = reader->total_bytes(),
  });
  const auto finished = index_articles(*reader, *database, pipeline, console, watch_for_interruption());
  console.clear_progress();
  if (!finished) return report(finished.error());
  if (!options.run.is_quiet || finished->was_interrupted) console.summarize(*finished, database->documents());
  return exit_code(*finished);
}

}  // namespace

Command add_command() {
  const auto options = std::make_shared<AddOptions>();
  CommandLine line{
      .name = "add",
      .help = localized("Add articles, or replace those that changed", "Tambahkan artikel, atau ganti yang berubah"),
      .detail =
          "Takes files, directories (recursively; of these only files with a known extension), and standard input. "
          "JSON, CSV and TSV, feeds, WordPress exports, WARC archives, TREC collections, saved HTML pages and "
          "scraped plain text are told apart by how they begin; gzip and Zstandard are unpacked. A sitemap holds "
          "only addresses, and is skipped. An article that is there already is left as it is where nothing "
          "changed, and replaced where something did. One bad article never stops the run: it is named with file "
          "and line or record, counted, and shown in the exit code. Settings of a new database are kept in it, and "
          "hold for whatever is added later. Ctrl-C keeps what has been read; the same command again goes on from "
          "there."};
  line.add({new_database_argument(options->database), sources_argument(options->sources)});
  line.add(source_options(options->source_options));
  line.add(run_options(options->run));
  line.add({wait_option(options->wait_seconds)});
  line.add(settings_options(options->settings, SettingsUse::of_new_database));
  line.add({flag("--keep-repeated-lines", options->keeps_repeated_lines,
                 localized("do not learn and remove lines that many pages of a site share",
                           "jangan pelajari dan buang baris yang berulang di banyak halaman satu situs"))
                .explained("Without it such lines go from pages and scraped texts, not from what records state; "
                           "`stats --furniture` lists them.")});
  return {std::move(line), [options] { return run_add(*options); }};
}

}  // namespace warta::indexer
