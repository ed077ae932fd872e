// warta-indexer: reads the arguments, runs the command that they name, and catches what broke.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <xapian.h>

#include "base/command_line/command_line.h"
#include "base/language.h"
#include "base/version.h"
#include "database/xapian_errors.h"
#include "indexer/commands/command.h"

namespace warta::indexer {
namespace {

int run(int argc, char** argv) {
  CommandLine program{
      .name = "warta-indexer",
      .help = localized("Makes Indonesian news searchable", "Menjadikan berita Indonesia dapat dicari")};
  program.version = std::string("warta-indexer ") + version();
  program.needs_command = true;
  std::vector<Command> commands;
  for (const auto make :
       {add_command, fetch_command, sync_command, remove_command, reindex_command, generations_command,
        rollback_command, export_command, stats_command, check_command, extract_command, split_command}) {
    commands.push_back(make());
    program.commands.push_back(commands.back().line);
  }
  const auto line = parse(program, argc, argv);
  if (!line) return static_cast<int>(report(line.error()));
  if (line->text) {
    fmt::print("{}", *line->text);
    return static_cast<int>(ExitCode::success);
  }
  const auto chosen =
      std::ranges::find_if(commands, [&](const Command& command) { return command.line.name == line->command; });
  return static_cast<int>(chosen->run());
}

// Of a full disk nothing may be known before what was printed is flushed.
int flushed(int code) {
  errno = 0;
  if (std::fflush(stdout) == 0 || errno == EPIPE || code != static_cast<int>(ExitCode::success)) return code;
  const Error error = system_failure(localized("standard output", "keluaran standar"), errno).value();
  report(error);
  return static_cast<int>(error.code);
}

int report_broken_world(const Error& error) {
  report(error);
  return static_cast<int>(error.code);
}

// libxapian 1.4 throws some errors of writing out of destructors, where nobody can catch them, and some of those cannot
// even be looked at. What was committed stays; what is left of the run, the next one removes.
[[noreturn]] void end_uncaught() {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    std::_Exit(report_broken_world(from_xapian(error, "warta-indexer")));
  } catch (...) {
    std::abort();
  }
  if (std::uncaught_exceptions() == 0) std::abort();
  std::_Exit(report_broken_world({ExitCode::io_error, localized("writing failed: the disk is full, or fails",
                                                                "penulisan gagal: cakram penuh, atau rusak")}));
}

}  // namespace
}  // namespace warta::indexer

int main(int argc, char** argv) {
  using namespace warta;
  set_language(language_from_environment());
  std::set_terminate(indexer::end_uncaught);
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is a write that fails, not an end in the middle of a run
  try {
    return indexer::flushed(indexer::run(argc, argv));
  } catch (const Xapian::Error& error) {
    return indexer::report_broken_world(from_xapian(error, "warta-indexer"));
  } catch (const std::bad_alloc&) {
    return indexer::report_broken_world({ExitCode::internal_error, localized("out of memory", "memori habis")});
  } catch (const std::system_error& error) {
    // Whoever read what is printed has seen enough.
    if (error.code() == std::errc::broken_pipe) return static_cast<int>(ExitCode::success);
    const bool is_full = error.code() == std::errc::no_space_on_device;
    return indexer::report_broken_world({is_full ? ExitCode::io_error : ExitCode::internal_error, error.what()});
  } catch (const std::exception& error) {
    return indexer::report_broken_world({ExitCode::internal_error, error.what()});
  }
}
