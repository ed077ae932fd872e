#include "indexer/table_check.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <sstream>
#include <string_view>
#include <system_error>

#include <xapian.h>

#include "base/language.h"

namespace warta::indexer {
namespace {

[[noreturn]] void throw_system_error(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// The number of errors, a line end, and the details.
std::string result_of(const std::function<TableCheck()>& check) {
  TableCheck result{.errors = 1, .details = {}};
  try {
    result = check();
  } catch (const Xapian::Error& error) {
    result.details = error.get_msg();
  } catch (const std::exception& error) {
    result.details = error.what();
  }
  return std::to_string(result.errors) + '\n' + result.details;
}

// Leaves without the destructors and handlers of the program that it is a copy of.
[[noreturn]] void check_and_leave(const std::function<TableCheck()>& check, int output) {
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const std::string result = result_of(check);
  for (std::string_view rest = result; !rest.empty();) {
    const ssize_t written = ::write(output, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) ::_exit(EXIT_FAILURE);
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::_exit(EXIT_SUCCESS);
}

std::string read_to_end(int input) {
  std::string text;
  char piece[4096];
  for (;;) {
    const ssize_t size = ::read(input, piece, sizeof piece);
    if (size > 0) text.append(piece, static_cast<std::size_t>(size));
    if (size == 0 || (size < 0 && errno != EINTR)) return text;
  }
}

// As waitpid gives it.
int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw_system_error("waitpid");
  }
  return status;
}

TableCheck died(int status) {
  const char* const how = WIFSIGNALED(status) ? ::strsignal(WTERMSIG(status)) : "exit";
  return {1,
          localized_format("the check died of what it read ({})", "pemeriksaan mati karena yang dibacanya ({})", how),
          true};
}

}  // namespace

TableCheck check_tables(const std::filesystem::path& generation) {
  return run_apart([&] {
    std::ostringstream details;
    const std::size_t errors = Xapian::Database::check(generation.string(), 0, &details);
    return TableCheck{.errors = errors, .details = details.str()};
  });
}

TableCheck run_apart(const std::function<TableCheck()>& check) {
  int ends[2];
  if (::pipe(ends) != 0) throw_system_error("pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    check_and_leave(check, ends[1]);
  }
  const int fork_error = errno;
  ::close(ends[1]);
  const std::string result = child < 0 ? std::string() : read_to_end(ends[0]);
  ::close(ends[0]);
  if (child < 0) throw std::system_error(fork_error, std::generic_category(), "fork");
  const int status = wait_for(child);
  const std::size_t line_end = result.find('\n');
  if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_SUCCESS || line_end == std::string::npos) return died(status);
  TableCheck told;
  std::from_chars(result.data(), result.data() + line_end, told.errors);
  told.details = result.substr(line_end + 1);
  return told;
}

}  // namespace warta::indexer
