// A command of warta-indexer: what it takes, and what it does when the person chose it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/command_line/command_line.h"
#include "base/exit_codes.h"
#include "base/result.h"
#include "indexer/pipeline.h"

namespace warta::indexer {

struct Command {
  CommandLine line;  // its rows fill what `run` reads

  // Does it. Messages go to standard error, data to standard output.
  std::function<ExitCode()> run;
};

// Prints the error as the program's message and returns its code.
ExitCode report(const Error& error);

// DB, of a command that works on a database that stands.
Parameter database_argument(std::string& database);

// The same for a command that makes one where there is none.
Parameter new_database_argument(std::string& database);

// SOURCE..., of a command that reads files.
Parameter sources_argument(std::vector<std::string>& sources);

// What a run of the pipeline ends in.
ExitCode exit_code(const RunReport& report);

Command add_command();
Command fetch_command();
Command sync_command();
Command remove_command();
Command reindex_command();
Command generations_command();
Command rollback_command();
Command export_command();
Command stats_command();
Command check_command();
Command extract_command();
Command split_command();

}  // namespace warta::indexer
