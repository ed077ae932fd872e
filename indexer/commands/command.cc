#include "indexer/commands/command.h"

#include <cstdio>

#include <fmt/format.h>

#include "base/escape.h"

namespace warta::indexer {

ExitCode report(const Error& error) {
  fmt::print(stderr, "warta-indexer: {}\n", terminal_safe(error.message));
  return error.code;
}

}  // namespace warta::indexer
