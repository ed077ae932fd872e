// warta-indexer check: is the database sound?
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/database_check.h"
#include "indexer/presentation/run_console.h"

namespace warta::indexer {
namespace {

ExitCode run_check(const std::string& database) {
  const auto checked =
      check_database(database, [](const std::string& problem) { fmt::print("{}\n", terminal_safe(problem)); });
  if (!checked) return report(checked.error());
  fmt::print("{}\n", localized_format("{} articles checked, {} problems", "{} artikel diperiksa, {} masalah",
                                      grouped(checked->articles), grouped(checked->problems)));
  return checked->problems > 0 ? ExitCode::io_error : ExitCode::success;
}

}  // namespace

Command check_command() {
  const auto database = std::make_shared<std::string>();
  CommandLine line{
      .name = "check",
      .help =
          localized("Check tables, stored articles and their terms", "Periksa tabel, artikel tersimpan dan istilahnya"),
      .detail =
          "Also while a writer goes on. Of tables that are so damaged that the check of them dies, it says "
          "so, and reads no article."};
  line.add({database_argument(*database)});
  return {std::move(line), [database] { return run_check(*database); }};
}

}  // namespace warta::indexer
