#include "base/command_line/completion.h"

#include <algorithm>
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

// --- bash: a function that looks at the word before, then offers options and commands, else files.

// Cases of what stands before the word: an option that wants a value.
std::string bash_values(const std::string& command, const CommandLine& line) {
  std::string cases;
  for (const Parameter& option : line.options()) {
    if (option.is_flag()) continue;
    std::string patterns;
    for (const std::string& name : option.names) {
      patterns += fmt::format("{}{}:{}", patterns.empty() ? "" : " | ", command, name);
    }
    const std::string offer =
        option.choices.empty() ? "-f" : fmt::format("-W {}", single_quoted(joined(option.choices)));
    cases += fmt::format("    {}) COMPREPLY=($(compgen {} -- \"$current\")) && return ;;\n", patterns, offer);
  }
  return cases;
}

std::string bash_words(const std::string& command, const CommandLine& line) {
  std::vector<std::string> words;
  for (const Parameter& option : line.options()) words.insert(words.end(), option.names.begin(), option.names.end());
  return fmt::format("    {}) options={} ;;\n", command.empty() ? "''" : command, single_quoted(joined(words)));
}

constexpr auto kBashScript = R"(# bash completion of {program}; made from its options, so that the two agree.
_{function}() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command='' options='' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {names} " in *" $word "*) command=$word && break ;; esac
  done
  case "$command:$before" in
{values}  esac
  case "$command" in
{words}  esac
  COMPREPLY=()
  case "$current" in
    -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current") ;;
    *)
      [ -n "$command" ] || [ "$COMP_CWORD" -gt 1 ] || mapfile -t COMPREPLY < <(compgen -W '{names}' -- "$current")
      mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$current")
      ;;
  esac
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

std::string zsh_case(const std::string& pattern, const CommandLine& line) {
  std::string arguments;
  for (const Parameter& option : line.options()) {
    std::string action;
    if (!option.choices.empty()) {
      action = fmt::format(":value:({})", joined(option.choices));
    } else if (!option.is_flag()) {
      action = ":" + zsh_help(option.value) + ":_files";
    }
    for (const std::string& name : option.names) {
      const std::string row = fmt::format("{}[{}]{}", name, zsh_help(option.help), action);
      arguments += fmt::format("        {} \\\n", single_quoted(row));
    }
  }
  return fmt::format("    {})\n      _arguments \\\n{}        '*:file:_files'\n      ;;\n", pattern, arguments);
}

constexpr auto kZshScript = R"(#compdef {program}
# zsh completion of {program}; made from its options, so that the two agree.
_{program}() {{
  local -a commands=(
{names}  )
  if ((CURRENT == 2 && ${{#commands}})) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $words[2] in
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
    if (!option.choices.empty()) {
      lines += " -x -a " + single_quoted(joined(option.choices));
    } else if (!option.is_flag()) {
      lines += " -r";
    }
    lines += " -d " + single_quoted(option.help) + "\n";
  }
  return lines;
}

}  // namespace

std::string bash_completion(const CommandLine& program) {
  std::string function = program.name;
  std::ranges::replace(function, '-', '_');
  std::string values = bash_values("", program);
  std::string words = bash_words("", program);
  for (const CommandLine& command : program.commands) {
    values += bash_values(command.name, command);
    words += bash_words(command.name, command);
  }
  return fmt::format(kBashScript, fmt::arg("program", program.name), fmt::arg("function", function),
                     fmt::arg("names", joined(command_names(program))), fmt::arg("values", values),
                     fmt::arg("words", words));
}

std::string zsh_completion(const CommandLine& program) {
  std::string names;
  std::string cases;
  for (const CommandLine& command : program.commands) {
    names += fmt::format("    {}\n", single_quoted(command.name + ":" + zsh_help(command.help)));
    cases += zsh_case(command.name, command);
  }
  cases += zsh_case("*", program);  // matches everything, and so comes last
  return fmt::format(kZshScript, fmt::arg("program", program.name), fmt::arg("names", names), fmt::arg("cases", cases));
}

std::string fish_completion(const CommandLine& program) {
  const std::string names = joined(command_names(program));
  const std::string seen = "__fish_seen_subcommand_from ";
  std::string lines =
      fmt::format("# fish completion of {}; made from its options, so that the two agree.\n", program.name);
  lines += fish_options(program.name, names.empty() ? "true" : "not " + seen + names, program);
  for (const CommandLine& command : program.commands) {
    lines += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d {}\n", program.name, command.name,
                         single_quoted(command.help));
    lines += fish_options(program.name, seen + command.name, command);
  }
  return lines;
}

}  // namespace warta
