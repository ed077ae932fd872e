// What a program, or one of its commands, takes on its command line: rows of parameters, and commands with their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/command_line/parameter.h"
#include "base/result.h"

namespace warta {

struct CommandLine {
  std::string name;                     // "warta-indexer", or "add" of a command
  std::string help;                     // one line, in the language of the person
  std::string detail{};                 // sentences that the manual adds, in English, with `literals` in backquotes
  std::vector<Parameter> parameters{};  // arguments in the order of their places, options in the order of --help
  std::vector<CommandLine> commands{};  // of a program
  bool needs_command = false;
  std::string version{};  // what --version prints; empty where there is no such option
  std::string hint{};     // what to try, where an argument is unknown

  void add(std::vector<Parameter> rows);

  std::vector<Parameter> arguments() const;

  // With --help and --version before those that are declared.
  std::vector<Parameter> options() const;
};

struct ParsedLine {
  std::string command;              // the name of the one that was chosen; empty for the program itself
  std::optional<std::string> text;  // what to print, in place of running: help, version, completion, the manual
};

// Reads the arguments of main into the fields of the parameters. What was asked for as --help, --version or
// `--generate KIND` (generated_text) comes back as text. ExitCode::usage, with the next step, where arguments are
// missing, unknown, or cannot be read; fields may then hold some of what was given.
Result<ParsedLine> parse(const CommandLine& program, int argc, const char* const* argv);

// What the build makes of a program: bash, zsh or fish is completion for that shell (completion.h); synopsis, commands,
// options and exit-status are parts of its manual (manual.h). Nothing for another kind.
std::optional<std::string> generated_text(const CommandLine& program, std::string_view kind);

}  // namespace warta
