#include "base/command_line/help.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"
#include "base/text_parts.h"

namespace warta {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kHelpColumn = 28;  // where explanations begin
constexpr std::size_t kGap = 2;          // least space before them

// Appends the words, beginning at `column` of the last line, and at kHelpColumn of those that follow.
void append_wrapped(std::string& out, std::string_view words, std::size_t column) {
  bool is_first = true;
  while (!words.empty()) {
    const std::string_view word = next_part(words, ' ');
    if (!is_first && column + 1 + word.size() > kWidth) {
      out += '\n' + std::string(kHelpColumn, ' ');
      column = kHelpColumn;
    } else if (!is_first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    is_first = false;
  }
  out += '\n';
}

void append_row(std::string& out, const std::string& term, std::string_view help) {
  std::string head = "  " + term;
  const bool stands_alone = head.size() + kGap > kHelpColumn;
  out += head;
  out += stands_alone ? "\n" + std::string(kHelpColumn, ' ') : std::string(kHelpColumn - head.size(), ' ');
  append_wrapped(out, help, kHelpColumn);
}

void append_title(std::string& out, const char* title) {
  out += fmt::format("\n{}:\n", title);
}

// Long names stand below each other, whether a short one precedes them or not.
std::string term_of(const Parameter& option) {
  const bool has_short = option.names.front().size() == std::string_view("-x").size();
  return fmt::format("{}{}{}{}", has_short ? "" : "    ", fmt::join(option.names, ", "), option.is_flag() ? "" : " ",
                     option.value);
}

std::string help_of(const Parameter& parameter) {
  std::string help = parameter.help;
  if (!parameter.bounds.empty()) help += ", " + parameter.bounds;
  if (!parameter.initial.empty()) help += fmt::format(" [{}]", parameter.initial);
  return help;
}

std::string usage(const std::string& program, const CommandLine& line) {
  std::string words = fmt::format("{}: {}", localized("Usage", "Pemakaian"), program);
  if (line.name != program) words += ' ' + line.name;
  words += localized(" [OPTIONS]", " [OPSI]");
  for (const Parameter& argument : line.arguments()) {
    const char* const more = argument.is_repeated ? "..." : "";
    words += argument.is_required ? fmt::format(" {}{}", argument.value, more)
                                  : fmt::format(" [{}{}]", argument.value, more);
  }
  if (!line.commands.empty()) {
    words += line.needs_command ? localized(" COMMAND ...", " PERINTAH ...")
                                : localized(" | COMMAND ...", " | PERINTAH ...");
  }
  return words + '\n';
}

}  // namespace

std::string help_text(const std::string& program, const CommandLine& line) {
  std::string out = line.help + '\n' + usage(program, line);
  if (const auto arguments = line.arguments(); !arguments.empty()) {
    append_title(out, localized("Arguments", "Argumen"));
    for (const Parameter& argument : arguments) append_row(out, argument.value, help_of(argument));
  }
  append_title(out, localized("Options", "Opsi"));
  for (const Parameter& option : line.options()) append_row(out, term_of(option), help_of(option));
  if (!line.commands.empty()) {
    append_title(out, localized("Commands", "Perintah"));
    for (const CommandLine& command : line.commands) append_row(out, command.name, command.help);
  }
  return out;
}

}  // namespace warta
