// The exit codes of both programs: one table for the code, the manual and the tests (cli.manual compares them).
#pragma once

namespace warta {

enum class ExitCode : int {
  success = 0,
  nothing_found = 1,    // only where an option asks that it counts
  usage = 2,            // an option, a query or an argument that cannot be read
  input_skipped = 3,    // the run finished, but some input was skipped
  no_database = 4,      // missing, or not a Warta database
  wrong_version = 5,    // made by a version whose analysis or records we do not know
  locked = 6,           // another writer holds the database
  io_error = 7,         // reading, writing, disk full
  changed = 8,          // the database was written to while it was read, again and again
  internal_error = 70,  // a broken world: a bug, or memory exhausted
  interrupted = 130,    // Ctrl-C or SIGTERM; what was committed stays
};

}  // namespace warta
