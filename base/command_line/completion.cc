#include "base/command_line/completion.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace warta {
namespace {

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> command_names(const CommandLine& program) {
  std::vector<std::string> names;
  for (const CommandLine& command : program.commands) names.push_back(command.name);
  return names;
}

// Text for single quotes of a shell.
std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// What stands for a path in texts, so that files are offered; for other values nothing can be.
bool is_path(const Parameter& parameter) {
  constexpr std::array<std::string_view, 5> kPaths = {"DB", "DIR", "DIRECTORY", "FILE", "SOURCE"};
  return std::ranges::find(kPaths, parameter.value) != kPaths.end();
}

bool takes_paths(const CommandLine& line) {
  return std::ranges::any_of(line.arguments(), is_path);
}

// --- bash: what goes to compgen, by the command and the option before, else by the command alone.

std::string bash_offer(const Parameter& option) {
  if (is_path(option)) return "-f";
  return fmt::format("-W {}", single_quoted(joined(option.choices)));
}

// Cases of what stands before the word: an option that wants a value.
std::string bash_values(const std::string& command, const CommandLine& line) {
  std::string cases;
  for (const Parameter& option : line.options()) {
    if (option.is_flag()) continue;
    std::string patterns;
    for (const std::string& name : option.names) {
      patterns += fmt::format("{}{}:{}:*", patterns.empty() ? "" : " | ", command, name);
    }
    cases += fmt::format("    {}) offer=({}) ;;\n", patterns, bash_offer(option));
  }
  return cases;
}

// Cases of a command, for an option and for anything else.
std::string bash_words(const std::string& command, const CommandLine& line, const std::string& other) {
  std::vector<std::string> words;
  for (const Parameter& option : line.options()) words.insert(words.end(), option.names.begin(), option.names.end());
  return fmt::format("    {}:*:-*) offer=(-W {}) ;;\n    {}:*) offer=({}) ;;\n", command, single_quoted(joined(words)),
                     command, other);
}

constexpr auto kBashScript = R"(# bash completion of {program}; made from its options, so that the two agree.
_{function}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command='' offer=()
  # --option=value comes as three words.
  if [ "$current" = = ]; then
    current=''
  elif [ "$before" = = ]; then
    before=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  if [ "$COMP_CWORD" -gt 1 ]; then
    case " {names} " in *" ${{COMP_WORDS[1]}} "*) command=${{COMP_WORDS[1]}} ;; esac
  fi
  case "$command:$before:$current" in
{cases}  esac
  case "$COMP_CWORD:$current" in
    1:-*) ;;
    1:*) offer+=(-W '{names}') ;;
  esac
  mapfile -t COMPREPLY < <(compgen "${{offer[@]}}" -- "$current")
}}
complete -o filenames -F _{function} {program}
)";

// --- zsh: _arguments of each command.

// Text inside of brackets of _arguments.
std::string zsh_help(const std::string& help) {
  std::string out;
  for (const char c : help) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// What is offered for a value: its choices, files, or nothing but its name.
std::string zsh_value(const Parameter& parameter) {
  if (!parameter.choices.empty()) return fmt::format(":value:({})", joined(parameter.choices));
  return fmt::format(":{}:{}", zsh_help(parameter.value), is_path(parameter) ? "_files" : " ");
}

// An option's names exclude each other, unless it may be repeated; "+" and "=" say that the value may be in one word
// with the name.
std::string zsh_option(const Parameter& option) {
  const std::string before = option.is_repeated ? "*" : fmt::format("({})", joined(option.names));
  std::string rows;
  for (const std::string& name : option.names) {
    const char* const joint = option.is_flag() ? "" : name.starts_with("--") ? "=" : "+";
    const std::string row = fmt::format("{}{}{}[{}]{}", before, name, joint, zsh_help(option.help),
                                        option.is_flag() ? "" : zsh_value(option));
    rows += fmt::format("        {} \\\n", single_quoted(row));
  }
  return rows;
}

std::string zsh_argument(const Parameter& argument) {
  const char* const before = argument.is_repeated ? "*" : argument.is_required ? "" : ":";
  return fmt::format("        {} \\\n", single_quoted(before + zsh_value(argument)));
}

std::string zsh_case(const std::string& pattern, const CommandLine& line) {
  std::string rows;
  for (const Parameter& option : line.options()) rows += zsh_option(option);
  for (const Parameter& argument : line.arguments()) rows += zsh_argument(argument);
  return fmt::format("    {})\n      _arguments -s \\\n{}        && return\n      ;;\n", pattern, rows);
}

// The first word is a command, or an argument of the program. Behind a command, the words are its own.
constexpr auto kZshScript = R"(#compdef {program}
# zsh completion of {program}; made from its options, so that the two agree.
_{program}() {{
  local -a commands=(
{names}  )
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands{files}
    return
  fi
  local command=''
  if ((CURRENT > 2 && $commands[(I)${{words[2]}}:*])); then
    command=$words[2]
    shift words
    ((CURRENT--))
  fi
  case $command in
{cases}  esac
}}
_{program} "$@"
)";

// --- fish: a line an option, under the condition that its command was typed.

std::string fish_options(const std::string& program, const std::string& condition, const CommandLine& line) {
  std::string lines;
  for (const Parameter& option : line.options()) {
    lines += fmt::format("complete -c {} -n {}", program, single_quoted(condition));
    for (const std::string& name : option.names) {
      lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (is_path(option)) {
      lines += " -r";
    } else if (!option.is_flag()) {
      lines += option.choices.empty() ? " -x" : " -x -a " + single_quoted(joined(option.choices));
    }
    lines += " -d " + single_quoted(option.help) + "\n";
  }
  return lines;
}

}  // namespace

std::string bash_completion(const CommandLine& program) {
  std::string function = program.name;
  std::ranges::replace(function, '-', '_');
  const std::string names = joined(command_names(program));
  std::string cases = bash_values("", program);
  std::string words;
  for (const CommandLine& command : program.commands) {
    cases += bash_values(command.name, command);
    words += bash_words(command.name, command, takes_paths(command) ? "-f" : "-W ''");
  }
  words += bash_words("", program, takes_paths(program) ? "-f" : "-W ''");
  return fmt::format(kBashScript, fmt::arg("program", program.name), fmt::arg("function", function),
                     fmt::arg("names", names), fmt::arg("cases", cases + words));
}

std::string zsh_completion(const CommandLine& program) {
  std::string names;
  std::string cases;
  for (const CommandLine& command : program.commands) {
    names += fmt::format("    {}\n", single_quoted(command.name + ":" + zsh_help(command.help)));
    cases += zsh_case(command.name, command);
  }
  cases += zsh_case("*", program);  // matches everything, and so comes last
  return fmt::format(kZshScript, fmt::arg("program", program.name), fmt::arg("names", names), fmt::arg("cases", cases),
                     fmt::arg("files", takes_paths(program) ? "\n    _files" : ""));
}

std::string fish_completion(const CommandLine& program) {
  const std::string names = joined(command_names(program));
  const std::string seen = "__fish_seen_subcommand_from ";
  std::string lines =
      fmt::format("# fish completion of {}; made from its options, so that the two agree.\n", program.name);
  if (!takes_paths(program)) lines += fmt::format("complete -c {} -n __fish_use_subcommand -f\n", program.name);
  lines += fish_options(program.name, names.empty() ? "true" : "not " + seen + names, program);
  for (const CommandLine& command : program.commands) {
    lines += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d {}\n", program.name, command.name,
                         single_quoted(command.help));
    lines += fish_options(program.name, seen + command.name, command);
  }
  return lines;
}

}  // namespace warta
