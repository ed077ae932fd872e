// warta-searcher: ranks the articles of a Warta database for a query. pipeline.h is the table of contents.
#include <csignal>
#include <exception>
#include <iostream>

#include <poll.h>
#include <unistd.h>

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

// Whether whoever read the answer has seen enough, as head has.
bool reader_has_left() {
  pollfd output{STDOUT_FILENO, 0, 0};
  return poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

// The code, where all that was to be written is written.
int end(int code) {
  if (std::cout.flush() || reader_has_left()) return code;
  return fail(ExitCode::io_error, warta::localized("cannot write the answer", "jawaban tidak dapat ditulis"));
}

int run(int argc, char** argv) {
  const warta::searcher::ParsedOptions parsed = warta::searcher::parse_options(argc, argv);
  if (!parsed.is_ready) return end(parsed.exit_code);
  const warta::Result<ExitCode> code = warta::searcher::run(parsed.options, std::cin, std::cout, std::cerr);
  if (!code) return fail(code.error().code, code.error().message);
  return end(static_cast<int>(*code));
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
