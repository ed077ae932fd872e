// warta-indexer split: a database into shards that are searched as one.
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/interruption.h"
#include "indexer/presentation/run_console.h"
#include "indexer/split.h"

namespace warta::indexer {
namespace {

struct SplitOptions {
  std::string database;
  unsigned shards = 0;
  std::string destination;
  SplitBy by = SplitBy::hash;
};

ExitCode run_split(const SplitOptions& options) {
  const auto shards =
      split_database(options.database, options.shards, options.by, options.destination, watch_for_interruption());
  if (!shards) return report(shards.error());
  for (const SplitShard& shard : *shards) {
    fmt::print("{}\t{}\n", shard.path.string(), shard.articles);
  }
  return ExitCode::success;
}

}  // namespace

Command split_command() {
  const auto options = std::make_shared<SplitOptions>();
  CommandLine line{.name = "split",
                   .help = localized("Divide a database into shards that are searched as one",
                                     "Bagi basis data menjadi pecahan yang dicari sebagai satu"),
                   .detail =
                       "Each shard is a whole database, and the file `DIRECTORY/shards` names them: warta-searcher "
                       "searches that as one. Documents are copied, not analysed again, and `DB` stays as it is. "
                       "Prints each shard and its articles."};
  line.add({
      database_argument(options->database),
      argument("N", options->shards, Bounds<unsigned>{1, kMostShards},
               localized("number of shards", "banyaknya pecahan")),
      argument("DIRECTORY", options->destination,
               localized("new directory for the shards, and for the list of them",
                         "direktori baru untuk pecahan dan daftarnya"))
          .filled(),
      choice("--by", options->by, Choices<SplitBy>{{"hash", SplitBy::hash}, {"month", SplitBy::month}},
             localized("hash mixes articles of all times, month keeps each month together",
                       "hash mencampur artikel segala waktu, month menyatukan tiap bulan"))
          .explained("Shards by hash are of one size; by month, undated articles are in the first."),
  });
  return {std::move(line), [options] { return run_split(*options); }};
}

}  // namespace warta::indexer
