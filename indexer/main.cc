// warta-indexer: reads the arguments, runs the command that they name, and catches what broke.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>

#include <fmt/format.h>
#include <xapian.h>
#include <CLI/CLI.hpp>

#include "base/command_line.h"
#include "base/command_texts.h"
#include "base/language.h"
#include "base/version.h"
#include "database/xapian_errors.h"
#include "indexer/commands/command.h"

namespace warta::indexer {
namespace {

int run(int argc, char** argv) {
  CLI::App program(localized("Makes Indonesian news searchable", "Menjadikan berita Indonesia dapat dicari"),
                   "warta-indexer");
  program.set_version_flag("--version", std::string("warta-indexer ") + version());
  program.require_subcommand(1);
  Run chosen;
  for (const auto declare :
       {declare_add, declare_fetch, declare_sync, declare_remove, declare_reindex, declare_generations,
        declare_rollback, declare_export, declare_stats, declare_check, declare_extract, declare_split}) {
    declare(program, chosen);
  }
  if (const auto text = text_asked_for(program, argc, argv)) {
    fmt::print("{}", *text);
    return 0;
  }
  localize_help(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
  }
  return static_cast<int>(chosen());
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
    return indexer::run(argc, argv);
  } catch (const Xapian::Error& error) {
    return indexer::report_broken_world(from_xapian(error, "warta-indexer"));
  } catch (const std::bad_alloc&) {
    return indexer::report_broken_world({ExitCode::internal_error, localized("out of memory", "memori habis")});
  } catch (const std::system_error& error) {
    // Whoever read what is printed has seen enough.
    if (error.code() == std::errc::broken_pipe) return static_cast<int>(ExitCode::success);
    return indexer::report_broken_world({ExitCode::internal_error, error.what()});
  } catch (const std::exception& error) {
    return indexer::report_broken_world({ExitCode::internal_error, error.what()});
  }
}
