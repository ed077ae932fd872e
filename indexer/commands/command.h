// A command of warta-indexer: declares its arguments, and is run when the person chose it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/exit_codes.h"
#include "base/result.h"
#include "indexer/pipeline.h"

namespace warta::indexer {

// What the chosen command does. Messages went to standard error, data to standard output.
using Run = std::function<ExitCode()>;

// Prints the error as the program's message and returns its code.
ExitCode report(const Error& error);

// Declares the argument DB of a command that works on a database that stands.
void add_database_argument(CLI::App& command, std::string& database);

// The same for a command that makes one where there is none.
void add_new_database_argument(CLI::App& command, std::string& database);

// Declares the argument SOURCE... of a command that reads files.
void add_sources_argument(CLI::App& command, std::vector<std::string>& sources);

// What a run of the pipeline ends in.
ExitCode exit_code(const RunReport& report);

// Each adds its command to the program; parsing the arguments of that command sets `chosen`.
void declare_add(CLI::App& program, Run& chosen);
void declare_remove(CLI::App& program, Run& chosen);
void declare_export(CLI::App& program, Run& chosen);
void declare_stats(CLI::App& program, Run& chosen);
void declare_check(CLI::App& program, Run& chosen);
void declare_extract(CLI::App& program, Run& chosen);
void declare_split(CLI::App& program, Run& chosen);
void declare_fetch(CLI::App& program, Run& chosen);
void declare_sync(CLI::App& program, Run& chosen);
void declare_reindex(CLI::App& program, Run& chosen);
void declare_generations(CLI::App& program, Run& chosen);
void declare_rollback(CLI::App& program, Run& chosen);

}  // namespace warta::indexer
