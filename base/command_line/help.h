// --help of a program or command.
#pragma once

#include <string>

#include "base/command_line/command_line.h"

namespace warta {

// The lines of help, in the language of the person, at most 80 columns wide where words allow. `program` is its name,
// `line` what help is for: the program itself, or one of its commands.
std::string help_text(const std::string& program, const CommandLine& line);

}  // namespace warta
