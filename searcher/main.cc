// warta-searcher: ranks the articles of a Warta database for a query. pipeline.h is the table of contents.
#include <cerrno>
#include <csignal>
#include <exception>
#include <iostream>

#include "base/language.h"
#include "searcher/options.h"
#include "searcher/pipeline.h"

namespace {

using warta::ExitCode;

int fail(ExitCode code, const std::string& message) {
  std::cout.flush();
  std::cerr << "warta-searcher: " << message << (message.ends_with('\n') ? "" : "\n");
  return static_cast<int>(code);
}

int run(int argc, char** argv) {
  const warta::searcher::ParsedOptions parsed = warta::searcher::parse_options(argc, argv);
  if (!parsed.is_ready) return parsed.exit_code;
  const warta::Result<ExitCode> code = warta::searcher::run(parsed.options, std::cin, std::cout, std::cerr);
  if (!code) return fail(code.error().code, code.error().message);
  errno = 0;
  std::cout.flush();
  // A reader that leaves early, as head does, ends the run quietly; a full disk does not.
  if (!std::cout && errno != EPIPE && errno != 0) {
    return fail(ExitCode::io_error, warta::localized("cannot write the answer", "jawaban tidak dapat ditulis"));
  }
  return static_cast<int>(*code);
}

}  // namespace

int main(int argc, char** argv) {
  warta::set_language(warta::language_from_environment());
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    return fail(ExitCode::internal_error, error.what());
  }
}
