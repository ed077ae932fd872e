// warta-indexer reindex: the stored articles into the next generation, while the database is used.
#include <memory>
#include <string>

#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"
#include "indexer/interruption.h"
#include "indexer/presentation/run_console.h"
#include "indexer/reindex/reindex.h"

namespace warta::indexer {
namespace {

// Whoever writes meanwhile is done in this time, or has a whole archive to add.
constexpr unsigned kDefaultWaitSeconds = 3600;

struct ReindexCommand {
  std::string database;
  RunArguments run;
  SettingsArguments settings;
  RetentionArguments retention;
  unsigned wait_seconds = kDefaultWaitSeconds;
  bool takes_default_lists = false;
  bool leaves_out_damaged = false;
};

Result<ReindexOptions> reindex_options(const ReindexCommand& command) {
  auto settings = requested_settings(command.settings);
  if (!settings) return tl::unexpected(settings.error());
  ReindexOptions options;
  options.settings = std::move(*settings);
  options.takes_default_lists = command.takes_default_lists;
  options.leaves_out_damaged = command.leaves_out_damaged;
  options.pipeline = pipeline_options(command.run);
  options.lock_wait = std::chrono::seconds(command.wait_seconds);
  options.retention = requested_retention(command.database, command.retention);
  return options;
}

std::string summary(const ReindexReport& report) {
  if (report.was_interrupted) {
    return localized("interrupted: the database is as it was; the same command again goes on from here",
                     "dihentikan: basis data tetap seperti semula; perintah yang sama akan melanjutkan dari sini");
  }
  return localized_format("{} is current: {} articles, {} of them indexed by this run, {} damaged ones left out",
                          "{} kini berlaku: {} artikel, {} di antaranya diindeks proses ini, {} yang rusak dilewati",
                          report.generation, grouped(report.articles), grouped(report.indexed),
                          grouped(report.damaged));
}

ExitCode run_reindex(const ReindexCommand& command) {
  auto options = reindex_options(command);
  if (!options) return report(options.error());
  RunConsole console({.names_every_skip = command.run.is_verbose, .is_quiet = command.run.is_quiet});
  if (command.run.is_verbose) options->tell = [&](const std::string& step) { console.say(step); };
  const auto finished = reindex(command.database, *options, console, watch_for_interruption());
  console.clear_progress();
  if (!finished) return report(finished.error());
  if (!command.run.is_quiet || finished->was_interrupted) {
    console.say(summary(*finished) + localized_format("; {:.1f} s", "; {:.1f} detik", console.elapsed_seconds()));
  }
  if (finished->was_interrupted) return ExitCode::interrupted;
  return finished->damaged > 0 ? ExitCode::input_skipped : ExitCode::success;
}

}  // namespace

Command reindex_command() {
  const auto command = std::make_shared<ReindexCommand>();
  CommandLine line{
      .name = "reindex",
      .help = localized("Index all stored articles again, with new settings or a new version",
                        "Indeks ulang semua artikel tersimpan, dengan setelan atau versi baru"),
      .detail =
          "The next generation is made, checked, and becomes current. Searching and writing go on meanwhile; what "
          "is written is in the new generation too. Neither the web nor the original files are needed. It takes "
          "databases of older versions as well. Settings that are not given stay. Interrupted, it changes nothing, "
          "and the next run goes on from there."};
  line.add({database_argument(command->database)});
  line.add(settings_options(command->settings, SettingsUse::of_next_generation));
  line.add({
      flag("--default-lists", command->takes_default_lists,
           localized("take this version's stop words and synonyms", "pakai kata henti dan sinonim bawaan versi ini")),
      flag("--skip-damaged", command->leaves_out_damaged,
           localized("leave out stored articles that cannot be read",
                     "lewati artikel tersimpan yang tidak dapat dibaca"))
          .explained("Without it they are an error, and nothing is changed."),
  });
  line.add(retention_options(command->retention));
  line.add(run_options(command->run));
  line.add({wait_option(command->wait_seconds)});
  return {std::move(line), [command] { return run_reindex(*command); }};
}

}  // namespace warta::indexer
