// warta-indexer sync: makes a database equal to its sources.
#include <memory>
#include <string>
#include <vector>

#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"
#include "indexer/interruption.h"
#include "indexer/presentation/run_console.h"
#include "indexer/sync.h"

namespace warta::indexer {
namespace {

struct SyncCommand {
  std::string database;
  std::vector<std::string> sources;
  SourceOptions source_options;
  SyncOptions sync;
  RunArguments run;
  unsigned wait_seconds = 0;
};

void summarize(RunConsole& console, const SyncReport& report, const SyncCommand& command,
               const DatabaseWriter& database) {
  if (report.refusal) console.say(report.refusal->message);
  if (command.run.is_quiet && !report.run.was_interrupted) return;
  if (!command.sync.is_dry_run) console.summarize(report.run, database.documents());
  const RunCounts& counts = report.run.counts;
  if (command.sync.is_dry_run) {
    console.say(localized_format("would add {}, replace {}, leave {}, remove {}; nothing was changed",
                                 "akan menambah {}, mengganti {}, membiarkan {}, menghapus {}; tidak ada yang diubah",
                                 grouped(counts.added), grouped(counts.replaced), grouped(counts.unchanged),
                                 grouped(report.refusal ? 0 : report.gone)));
  } else {
    console.say(localized_format("removed {}", "dihapus {}", grouped(report.removed)));
  }
}

ExitCode run_sync(const SyncCommand& command) {
  auto database = DatabaseWriter::open(command.database, {}, lock_wait(command.wait_seconds));
  if (!database) return report(database.error());
  PipelineOptions pipeline = pipeline_options(command.run);
  pipeline.sources = command.source_options;
  const auto reader = open_sources(command.sources, pipeline.sources);
  RunConsole console({
      .names_every_skip = command.run.is_verbose,
      .is_quiet = command.run.is_quiet,
      .total_bytes = reader->total_bytes(),
  });
  const auto finished = sync_articles(*reader, *database, pipeline, command.sync, console, watch_for_interruption());
  console.clear_progress();
  if (!finished) return report(finished.error());
  summarize(console, *finished, command, *database);
  const ExitCode code = exit_code(finished->run);
  return code == ExitCode::success && finished->refusal ? finished->refusal->code : code;
}

}  // namespace

Command sync_command() {
  const auto command = std::make_shared<SyncCommand>();
  CommandLine line{.name = "sync",
                   .help = localized("Make the database equal to sources: add, replace, remove",
                                     "Samakan basis data dengan sumber: tambah, ganti, hapus"),
                   .detail =
                       "Does what `add` does, and then removes the articles that no source has. Where some input "
                       "was skipped, a source could not be read, or too much would go, nothing is removed."};
  line.add({
      new_database_argument(command->database),
      sources_argument(command->sources),
      flag("--dry-run", command->sync.is_dry_run,
           localized("only say what would be done", "hanya sebutkan apa yang akan dilakukan")),
      option("--max-removed", "PERCENT", command->sync.most_removed, {0, 100},
             localized("remove nothing where more than so much of the database is in no source",
                       "jangan hapus apa pun bila lebih dari sekian isi basis data tidak ada di sumber")),
      flag("--force", command->sync.removes_anyway,
           localized("remove all the same, also where input was skipped",
                     "hapus juga walau melebihi batas atau ada masukan yang dilewati")),
  });
  line.add(source_options(command->source_options));
  line.add(run_options(command->run));
  line.add({wait_option(command->wait_seconds)});
  return {std::move(line), [command] { return run_sync(*command); }};
}

}  // namespace warta::indexer
