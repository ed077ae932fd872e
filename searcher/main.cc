// warta-searcher: ranks the articles of a Warta database for a query. pipeline.h is the table of contents.
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
  std::cout.flush();
  return static_cast<int>(*code);
}

}  // namespace

int main(int argc, char** argv) {
  warta::set_language(warta::language_from_environment());
  std::ios::sync_with_stdio(false);
  // A reader that leaves early, as head does, ends the run quietly.
  std::signal(SIGPIPE, SIG_DFL);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    return fail(ExitCode::internal_error, error.what());
  }
}
