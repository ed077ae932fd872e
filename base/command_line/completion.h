// Completion of a program's options in shells, made from the rows that parse them.
#pragma once

#include <string>

#include "base/command_line/command_line.h"

namespace warta {

// A script for that shell: names of commands and options, choices where a value has them, and files elsewhere.
std::string bash_completion(const CommandLine& program);
std::string zsh_completion(const CommandLine& program);
std::string fish_completion(const CommandLine& program);

}  // namespace warta
