// What is written about a program's options elsewhere, made from the definitions that parse them: the manual page, and
// completion in shells. For the build, which asks for it by `PROGRAM --generate KIND`.
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

namespace warta {

// The text that the arguments ask for, or nothing where they ask for something else: bash, zsh and fish are a script
// for that shell's completion; options is a line for each option, for scripts/make-manual: command (or -), the names,
// the value and the help, with tabs between. To be called when all options are declared, and before localize_help.
std::optional<std::string> text_asked_for(const CLI::App& program, int argc, const char* const* argv);

}  // namespace warta
