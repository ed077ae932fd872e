// Parts of a program's manual page, in mdoc, made from the rows that parse its options. The rest of the page is written
// by hand in docs/man, where @SYNOPSIS@, @COMMANDS@, @OPTIONS@ and @EXIT_STATUS@ stand for these (cmake/WartaTexts).
// English, as the pages are: to be made where the language is.
#pragma once

#include <string>

#include "base/command_line/command_line.h"

namespace warta {

// A form a command, with its arguments.
std::string manual_synopsis(const CommandLine& program);

// A list of the commands: what they do, and what their arguments are.
std::string manual_commands(const CommandLine& program);

// The arguments and options of the program, then the options of its commands: each stands once, under those that have
// it.
std::string manual_options(const CommandLine& program);

// A list of all exit codes.
std::string manual_exit_status(const CommandLine& program);

}  // namespace warta
