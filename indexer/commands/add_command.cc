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

void declare_add(CLI::App& program, Run& chosen) {
  const auto options = std::make_shared<AddOptions>();
  CLI::App* add = program.add_subcommand(
      "add", localized("Add articles, or replace those that changed", "Tambahkan artikel, atau ganti yang berubah"));
  add_new_database_argument(*add, options->database);
  add_sources_argument(*add, options->sources);
  add_source_options(*add, options->source_options);
  add_run_options(*add, options->run);
  add_wait_option(*add, options->wait_seconds);
  add_settings_options(*add, options->settings, SettingsUse::of_new_database);
  add->add_flag("--keep-repeated-lines", options->keeps_repeated_lines,
                localized("do not learn and remove lines that many pages of a site share",
                          "jangan pelajari dan buang baris yang berulang di banyak halaman satu situs"));
  add->callback([options, &chosen] { chosen = [options] { return run_add(*options); }; });
}

}  // namespace warta::indexer
