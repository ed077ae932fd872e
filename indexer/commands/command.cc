#include "indexer/commands/command.h"

#include <cstdio>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"

namespace warta::indexer {

ExitCode report(const Error& error) {
  fmt::print(stderr, "warta-indexer: {}\n", terminal_safe(error.message));
  return error.code;
}

void add_database_argument(CLI::App& command, std::string& database) {
  command.add_option("DB", database, localized("directory of the database", "direktori basis data"))->required();
}

}  // namespace warta::indexer
