#include "base/command_line/manual.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/exit_codes.h"

namespace warta {
namespace {

struct ExitStatus {
  ExitCode code;
  const char* meaning;
};

// cli.manual holds this against the codes of base/exit_codes.h.
constexpr std::array kExitStatus = {
    ExitStatus{ExitCode::success, "Everything was done; the query was answered, also with no hit."},
    ExitStatus{ExitCode::nothing_found, "Nothing was found, with `--fail-if-empty`."},
    ExitStatus{ExitCode::usage,
               "An option, an argument or the query cannot be read; or an existing database has other settings than "
               "those asked for."},
    ExitStatus{ExitCode::input_skipped,
               "The run finished, but some input was skipped, a key was not found, or what is gone was kept for "
               "safety."},
    ExitStatus{ExitCode::no_database, "There is no database at `DB`."},
    ExitStatus{ExitCode::wrong_version,
               "The database was made by a version whose analysis or records this one does not know."},
    ExitStatus{ExitCode::locked, "Another writer holds the database."},
    ExitStatus{ExitCode::io_error, "Reading or writing failed: a disk that is full, say. `check`: there are problems."},
    ExitStatus{ExitCode::changed, "The database was written to while it was read, again and again; try once more."},
    ExitStatus{ExitCode::internal_error, "A broken world: a bug, or memory exhausted."},
    ExitStatus{ExitCode::interrupted, "Ctrl-C or SIGTERM. What was committed stays."},
};

constexpr auto kUsualWidth = "Ds";  // mdoc's name for an indent

// Text of ours as a line of mdoc: what stands in backquotes is bold, each sentence begins a line, as mdoc wants it.
std::string prose(std::string_view text) {
  std::string out;
  bool is_literal = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '`') {
      is_literal = !is_literal;
      out += is_literal ? "\\fB" : "\\fR";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-' && is_literal) {
      out += "\\-";
    } else if (c == ' ' && !is_literal && i > 0 && text[i - 1] == '.') {
      out += '\n';
    } else {
      out += c;
    }
  }
  return out + '\n';
}

// A phrase as a sentence.
std::string sentence(std::string phrase) {
  if (!phrase.empty() && is_ascii_letter(phrase.front())) phrase.front() = static_cast<char>(phrase.front() & ~0x20);
  return phrase + '.';
}

// Behind each other on a line of a macro, or each as a line of its own: before is " ", or "\n.".
std::string arguments_of(const CommandLine& line, const char* before) {
  std::string words;
  for (const Parameter& argument : line.arguments()) {
    words += fmt::format("{}{}{}{}", before, argument.is_required ? "Ar " : "Op Ar ", argument.value,
                         argument.is_repeated ? " ..." : "");
  }
  return words;
}

// "Fl n , Fl -limit Ar N", or "Ar DB"
std::string heading(const Parameter& option) {
  if (option.is_argument()) return fmt::format("Ar {}{}", option.value, option.is_repeated ? " ..." : "");
  std::string words;
  for (const std::string& name : option.names) words += (words.empty() ? "Fl " : " , Fl ") + name.substr(1);
  if (!option.choices.empty()) return words + fmt::format(" Cm {}", fmt::join(option.choices, " | "));
  return option.is_flag() ? words : words + " Ar " + option.value;
}

std::string item(const Parameter& option) {
  std::string text = sentence(option.help);
  if (!option.bounds.empty()) text += ' ' + sentence(option.bounds);
  if (!option.initial.empty()) text += fmt::format(" The default is `{}`.", option.initial);
  if (!option.detail.empty()) text += ' ' + option.detail;
  return fmt::format(".It {}\n{}", heading(option), prose(text));
}

// Options that the same commands have, as they are written; in the order in which they are met. Without --help, which
// stands under the program.
struct OptionGroup {
  std::vector<std::string> commands;
  std::string items;
};

std::vector<OptionGroup> groups_of(const CommandLine& program) {
  std::vector<std::pair<std::string, std::vector<std::string>>> commands_of_items;
  for (const CommandLine& command : program.commands) {
    for (const Parameter& option : command.parameters) {
      if (option.is_argument()) continue;
      const std::string text = item(option);
      auto row = std::ranges::find(commands_of_items, text, &decltype(commands_of_items)::value_type::first);
      if (row == commands_of_items.end()) row = commands_of_items.insert(row, {text, {}});
      row->second.push_back(command.name);
    }
  }
  std::vector<OptionGroup> groups;
  for (const auto& [text, commands] : commands_of_items) {
    auto group = std::ranges::find(groups, commands, &OptionGroup::commands);
    if (group == groups.end()) group = groups.insert(group, {commands, ""});
    group->items += text;
  }
  return groups;
}

std::string list(std::string_view items, std::string_view width = kUsualWidth) {
  return fmt::format(".Bl -tag -width {}\n{}.El\n", width, items);
}

std::string items_of(const std::vector<Parameter>& parameters) {
  std::string items;
  for (const Parameter& parameter : parameters) items += item(parameter);
  return items;
}

// What a command is, with a list of its arguments in it.
std::string command_item(const CommandLine& command) {
  std::string text = prose(sentence(command.help) + (command.detail.empty() ? "" : " " + command.detail));
  if (const auto arguments = command.arguments(); !arguments.empty()) text += list(items_of(arguments));
  return fmt::format(".It Cm {}{}\n{}", command.name, arguments_of(command, " "), text);
}

}  // namespace

std::string manual_synopsis(const CommandLine& program) {
  std::string forms;
  for (const CommandLine& command : program.commands) {
    forms += fmt::format(".Nm\n.Cm {}\n.Op Ar options{}\n", command.name, arguments_of(command, "\n."));
  }
  return forms;
}

std::string manual_commands(const CommandLine& program) {
  std::string items;
  for (const CommandLine& command : program.commands) items += command_item(command);
  return list(items);
}

std::string manual_options(const CommandLine& program) {
  std::string out = list(items_of(program.arguments()) + items_of(program.options()));
  for (const OptionGroup& group : groups_of(program)) {
    const bool is_of_all = group.commands.size() == program.commands.size();
    out += fmt::format(".Ss Options of {}\n",
                       is_of_all ? "all commands" : fmt::format("{}", fmt::join(group.commands, ", ")));
    out += list(group.items);
  }
  return out;
}

std::string manual_exit_status(const CommandLine&) {
  std::string items;
  for (const ExitStatus& row : kExitStatus) {
    items += fmt::format(".It {}\n{}", static_cast<int>(row.code), prose(row.meaning));
  }
  return list(items, "130");  // as wide as the widest code
}

}  // namespace warta
