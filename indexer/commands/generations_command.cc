// warta-indexer generations: the states that a database can return to, and how long they are kept.
#include <memory>
#include <string>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "database/generation.h"
#include "database/xapian_errors.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"

namespace warta::indexer {
namespace {

struct GenerationsCommand {
  std::string database;
  RetentionArguments retention;
  unsigned wait_seconds = 0;
};

// Name, state, since when another is current, articles; with tabs between, for people and scripts.
std::string line_of(const Generation& generation) {
  const auto articles = guard_xapian(generation.path.string(), [&] {
    return std::to_string(Xapian::Database(generation.path.string()).get_doccount());
  });
  return fmt::format(
      "{}\t{}\t{}\t{}", generation.path.filename().string(), generation.is_current ? "current" : "earlier",
      generation.is_current ? "-" : fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(generation.superseded)),
      articles.value_or("?"));
}

Result<void> apply(const std::string& database, const Retention& rule, unsigned wait_seconds) {
  const auto lock = DatabaseLock::acquire(database, lock_wait(wait_seconds));
  if (!lock) return tl::unexpected(lock.error());
  if (auto set = set_retention(database, rule); !set) return set;
  return remove_old_generations(database, rule);
}

ExitCode run_generations(const GenerationsCommand& command) {
  if (const auto present = generations_of(command.database); !present) return report(present.error());
  if (const auto rule = requested_retention(command.database, command.retention)) {
    if (const auto applied = apply(command.database, *rule, command.wait_seconds); !applied) {
      return report(applied.error());
    }
  }
  const auto generations = generations_of(command.database);
  if (!generations) return report(generations.error());
  for (const Generation& generation : *generations) fmt::print("{}\n", line_of(generation));
  return ExitCode::success;
}

}  // namespace

Command generations_command() {
  const auto command = std::make_shared<GenerationsCommand>();
  CommandLine line{.name = "generations",
                   .help = localized("List the generations, or say how long to keep them",
                                     "Tampilkan generasi, atau atur berapa lama disimpan"),
                   .detail =
                       "They are the states that the database can return to, the current one first: name, state, "
                       "since when another is current, articles, with tabs between."};
  line.add({database_argument(command->database)});
  line.add(retention_options(command->retention));
  line.add({wait_option(command->wait_seconds)});
  return {std::move(line), [command] { return run_generations(*command); }};
}

}  // namespace warta::indexer
