// warta-indexer split: a database into shards that are searched as one.
#include <map>
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

void declare_split(CLI::App& program, Run& chosen) {
  const auto options = std::make_shared<SplitOptions>();
  CLI::App* split =
      program.add_subcommand("split", localized("Divide a database into shards that are searched as one",
                                                "Bagi basis data menjadi pecahan yang dicari sebagai satu"));
  add_database_argument(*split, options->database);
  split->add_option("N", options->shards, localized("number of shards", "banyaknya pecahan"))
      ->required()
      ->check(CLI::Range(1U, kMostShards));
  split
      ->add_option("DIRECTORY", options->destination,
                   localized("new directory for the shards, and for the list of them",
                             "direktori baru untuk pecahan dan daftarnya"))
      ->required();
  const std::map<std::string, SplitBy> ways = {{"hash", SplitBy::hash}, {"month", SplitBy::month}};
  split
      ->add_option("--by", options->by,
                   localized("hash mixes articles of all times, month keeps each month together (hash)",
                             "hash mencampur artikel segala waktu, month menyatukan tiap bulan (hash)"))
      ->transform(CLI::CheckedTransformer(ways).description(""))
      ->type_name("hash|month");
  split->callback([options, &chosen] { chosen = [options] { return run_split(*options); }; });
}

}  // namespace warta::indexer
