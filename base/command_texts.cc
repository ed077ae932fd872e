#include "base/command_texts.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace warta {
namespace {

// An option, or an argument, of the program or of one of its commands.
struct OptionText {
  std::vector<std::string> names;    // "-n", "--limit"; empty for an argument
  std::string value;                 // "N", "text|json"; empty for a flag
  std::vector<std::string> choices;  // where the value is one of these
  std::string help;
};

struct CommandText {
  std::string name;  // empty for the program itself
  std::string help;
  std::vector<OptionText> options;
};

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return parts;
}

// "text|json", "FILE", "N": the value as --help shows it, but for CLI11's names of types.
std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  std::string shown = option.get_option_text().empty() ? option.get_type_name() : option.get_option_text();
  shown.resize(std::min(shown.find_first_of(" :"), shown.size()));
  return shown == "UINT" || shown == "INT" || shown == "FLOAT" ? "N" : shown;
}

OptionText describe(const CLI::Option& option) {
  OptionText text;
  for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
  text.value = value_of(option);
  if (text.value.find('|') != std::string::npos) text.choices = parts_of(text.value, '|');
  text.help = option.get_description();
  return text;
}

CommandText describe(const CLI::App& app, std::string name) {
  CommandText command{std::move(name), app.get_description(), {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->nonpositional()) command.options.push_back(describe(*option));
  }
  return command;
}

std::vector<CommandText> describe_all(const CLI::App& program) {
  std::vector<CommandText> commands = {describe(program, "")};
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back(describe(*command, command->get_name()));
  }
  return commands;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator = " ") {
  return fmt::format("{}", fmt::join(words, separator));
}

// Text for single quotes of a shell.
std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string option_lines(const std::vector<CommandText>& commands) {
  std::string lines;
  for (const CommandText& command : commands) {
    for (const OptionText& option : command.options) {
      lines += fmt::format("{}\t{}\t{}\t{}\n", command.name.empty() ? "-" : command.name, joined(option.names),
                           option.value, option.help);
    }
  }
  return lines;
}

// --- bash: a function that looks at the word before, then offers options and commands, else files.

std::string bash_values(const std::vector<CommandText>& commands) {
  std::string cases;
  for (const CommandText& command : commands) {
    for (const OptionText& option : command.options) {
      if (option.value.empty()) continue;
      std::string patterns;
      for (const std::string& name : option.names) {
        patterns += fmt::format("{}{}:{}", patterns.empty() ? "" : " | ", command.name, name);
      }
      cases += option.choices.empty()
                   ? fmt::format("    {}) COMPREPLY=($(compgen -f -- \"$current\")) && return ;;\n", patterns)
                   : fmt::format("    {}) COMPREPLY=($(compgen -W {} -- \"$current\")) && return ;;\n", patterns,
                                 single_quoted(joined(option.choices)));
    }
  }
  return cases;
}

std::string bash_words(const std::vector<CommandText>& commands) {
  std::string cases;
  for (const CommandText& command : commands) {
    std::vector<std::string> words;
    for (const OptionText& option : command.options) {
      words.insert(words.end(), option.names.begin(), option.names.end());
    }
    cases += fmt::format("    {}) options={} ;;\n", command.name.empty() ? "''" : command.name,
                         single_quoted(joined(words)));
  }
  return cases;
}

std::vector<std::string> command_names(const std::vector<CommandText>& commands) {
  std::vector<std::string> names;
  for (const CommandText& command : commands) {
    if (!command.name.empty()) names.push_back(command.name);
  }
  return names;
}

std::string bash_script(const std::string& program, const std::vector<CommandText>& commands) {
  std::string function = program;
  std::ranges::replace(function, '-', '_');
  return fmt::format(R"(# bash completion of {program}; made from its options, so that the two agree.
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
)",
                     fmt::arg("program", program), fmt::arg("function", function),
                     fmt::arg("names", joined(command_names(commands))), fmt::arg("values", bash_values(commands)),
                     fmt::arg("words", bash_words(commands)));
}

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

std::string zsh_arguments(const CommandText& command) {
  std::string lines;
  for (const OptionText& option : command.options) {
    for (const std::string& name : option.names) {
      std::string action;
      if (!option.choices.empty()) {
        action = fmt::format(":{}:({})", "value", joined(option.choices));
      } else if (!option.value.empty()) {
        action = ":" + zsh_help(option.value) + ":_files";
      }
      lines +=
          fmt::format("        {} \\\n", single_quoted(fmt::format("{}[{}]{}", name, zsh_help(option.help), action)));
    }
  }
  return lines;
}

std::string zsh_script(const std::string& program, const std::vector<CommandText>& commands) {
  std::string cases;
  std::string names;
  for (const CommandText& command : commands) {
    if (!command.name.empty())
      names += fmt::format("    {}\n", single_quoted(command.name + ":" + zsh_help(command.help)));
    cases += fmt::format("    {})\n      _arguments \\\n{}        '*:file:_files'\n      ;;\n",
                         command.name.empty() ? "*" : command.name, zsh_arguments(command));
  }
  // The case of no command matches everything, and so comes last.
  std::string ordered;
  const std::size_t second = commands.size() > 1 ? cases.find("    " + commands[1].name + ")") : std::string::npos;
  ordered = second == std::string::npos ? cases : cases.substr(second) + cases.substr(0, second);
  return fmt::format(R"(#compdef {program}
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
)",
                     fmt::arg("program", program), fmt::arg("names", names), fmt::arg("cases", ordered));
}

// --- fish: a line an option, under the condition that its command was typed.

std::string fish_line(const std::string& program, const std::string& condition, const OptionText& option) {
  std::string line = fmt::format("complete -c {} -n {}", program, single_quoted(condition));
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.choices.empty()) {
    line += " -x -a " + single_quoted(joined(option.choices));
  } else if (!option.value.empty()) {
    line += " -r";
  }
  return line + " -d " + single_quoted(option.help) + "\n";
}

std::string fish_script(const std::string& program, const std::vector<CommandText>& commands) {
  std::string lines = fmt::format("# fish completion of {}; made from its options, so that the two agree.\n", program);
  for (const CommandText& command : commands) {
    if (!command.name.empty()) {
      lines += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d {}\n", program, command.name,
                           single_quoted(command.help));
    }
    const std::string seen = "__fish_seen_subcommand_from ";
    const std::string names = joined(command_names(commands));
    std::string condition = command.name.empty() ? "not " + seen + names : seen + command.name;
    if (names.empty()) condition = "true";
    for (const OptionText& option : command.options) lines += fish_line(program, condition, option);
  }
  return lines;
}

}  // namespace

std::optional<std::string> text_asked_for(const CLI::App& program, int argc, const char* const* argv) {
  if (argc != 3 || std::string_view(argv[1]) != "--generate") return std::nullopt;
  const std::string_view kind = argv[2];
  const std::vector<CommandText> commands = describe_all(program);
  if (kind == "bash") return bash_script(program.get_name(), commands);
  if (kind == "zsh") return zsh_script(program.get_name(), commands);
  if (kind == "fish") return fish_script(program.get_name(), commands);
  if (kind == "options") return option_lines(commands);
  return std::nullopt;
}

}  // namespace warta
