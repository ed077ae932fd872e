// warta-indexer rollback: an earlier generation becomes current again.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "database/database_format.h"
#include "database/generation.h"
#include "database/xapian_errors.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"
#include "indexer/reindex/difference.h"

namespace warta::indexer {
namespace {

struct RollbackCommand {
  std::string database;
  std::string name;  // of the generation to return to; empty for the one before
  unsigned wait_seconds = 0;
  bool is_quiet = false;
};

// The named one, or the latest of those before the current one.
std::optional<Generation> find_target(const std::vector<Generation>& generations, const std::string& name) {
  std::optional<Generation> target;
  for (const Generation& generation : generations) {
    const bool is_before = !generation.is_current && generation.number < generations.front().number;
    const bool fits = name.empty() ? is_before : generation.path.filename() == name;
    if (fits && (!target || target->number < generation.number)) target = generation;
  }
  return target;
}

// Of an archive that lost its pointer, nothing is known of a generation but its name.
std::optional<Generation> find_stranded(const std::string& database, const std::string& name) {
  for (const std::filesystem::path& path : stranded_generations(database)) {
    if (path.filename() == name) return Generation{.path = path};
  }
  return std::nullopt;
}

Result<Generation> choose(const RollbackCommand& command) {
  if (auto stranded = find_stranded(command.database, command.name)) return std::move(*stranded);
  const auto generations = generations_of(command.database);
  if (!generations) return tl::unexpected(generations.error());
  if (auto target = find_target(*generations, command.name)) return std::move(*target);
  return failure(ExitCode::usage,
                 localized_format("{}: there is no such earlier generation; `warta-indexer generations {}` lists them",
                                  "{}: tidak ada generasi terdahulu seperti itu; lihat `warta-indexer generations {}`",
                                  command.database, command.database));
}

Result<void> check_target(const Generation& target) {
  const std::string path = target.path.string();
  const auto checked = guard_xapian(path, [&] { return check_format(Xapian::Database(path), path); });
  if (!checked) return tl::unexpected(checked.error());
  return *checked;
}

// What the archive loses from sight, in words. A current generation that cannot be read is a reason to leave it.
std::string loss(const std::filesystem::path& current, const Generation& target) {
  const auto lost = guard_xapian(current, [&] {
    return difference(Xapian::Database(current.string()), Xapian::Database(target.path.string())).missing.size();
  });
  const std::string name = current.filename().string();
  if (!lost) {
    return localized_format("what was added or changed after it is in {} only, which cannot be read",
                            "yang ditambah atau diubah sesudahnya hanya ada di {}, yang tidak dapat dibaca", name);
  }
  return localized_format("{} articles that were added or changed after it are in {} only",
                          "{} artikel yang ditambah atau diubah sesudahnya hanya ada di {}", grouped(*lost), name);
}

// Of an archive that lost its pointer: what becomes of its other generations, in words.
std::string rescue(const std::string& database) {
  const std::size_t others = stranded_generations(database).size() - 1;
  if (others == 0) return localized("the pointer was lost", "penunjuknya tadi hilang");
  return localized_format(
      "the pointer was lost; {} other generations stay as earlier ones, until a command that writes "
      "removes those that the rule does not keep; `warta-indexer generations {}` lists them",
      "penunjuknya tadi hilang; {} generasi lain tetap ada sebagai generasi terdahulu, sampai "
      "perintah yang menulis menghapus yang tidak disimpan menurut aturan; lihat `warta-indexer "
      "generations {}`",
      others, database);
}

// Makes the target current; returns what the person is told.
Result<std::string> return_to(const Generation& target, const std::string& database) {
  const std::string name = target.path.filename().string();
  if (target.is_current) {
    return localized_format("{} is current already; nothing was changed", "{} sudah berlaku; tidak ada yang diubah",
                            name);
  }
  const auto current = current_generation(database);
  const std::string lost = current ? loss(*current, target) : rescue(database);
  if (auto published = publish_generation(database, target.path); !published) return tl::unexpected(published.error());
  return localized_format("{} is current again; {}", "{} kembali berlaku; {}", name, lost);
}

ExitCode run_rollback(const RollbackCommand& command) {
  // Nothing, not even a lock, is made where there is nothing to return to.
  if (const auto present = current_generation(command.database); !present) {
    if (!find_stranded(command.database, command.name)) return report(present.error());
  }
  const auto lock = DatabaseLock::acquire(command.database, lock_wait(command.wait_seconds));
  if (!lock) return report(lock.error());
  const auto target = choose(command);
  if (!target) return report(target.error());
  if (const auto readable = check_target(*target); !readable) return report(readable.error());
  const auto told = return_to(*target, command.database);
  if (!told) return report(told.error());
  if (!command.is_quiet) fmt::print(stderr, "warta-indexer: {}\n", terminal_safe(*told));
  return ExitCode::success;
}

}  // namespace

Command rollback_command() {
  const auto command = std::make_shared<RollbackCommand>();
  CommandLine line{.name = "rollback",
                   .help = localized("Return to the generation before", "Kembali ke generasi sebelumnya"),
                   .detail =
                       "Articles that were added or changed since it was current are not in it. With `--to`, also "
                       "where the pointer `XAPIANDB` was lost; generations beside the one that was named "
                       "are earlier ones then."};
  line.add({
      database_argument(command->database),
      option("--to", "NAME", command->name,
             localized("the generation to return to, as `generations` names it",
                       "generasi tujuan, seperti nama pada `generations`")),
      wait_option(command->wait_seconds),
      flag("-q,--quiet", command->is_quiet, localized("no summary", "tanpa ringkasan")),
  });
  return {std::move(line), [command] { return run_rollback(*command); }};
}

}  // namespace warta::indexer
