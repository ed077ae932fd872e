#include "base/command_line/command_line.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/command_line/completion.h"
#include "base/command_line/manual.h"
#include "base/language.h"

namespace warta {
namespace {

// Rows that only texts read: parse() tells these two itself.
Parameter told_option(std::vector<std::string> names, std::string help) {
  Parameter parameter;
  parameter.names = std::move(names);
  parameter.help = std::move(help);
  return parameter;
}

struct TextKind {
  std::string_view name;
  std::string (*text)(const CommandLine& program);
};
constexpr std::array kTextKinds = {
    TextKind{"bash", bash_completion},           TextKind{"zsh", zsh_completion},
    TextKind{"fish", fish_completion},           TextKind{"synopsis", manual_synopsis},
    TextKind{"commands", manual_commands},       TextKind{"options", manual_options},
    TextKind{"exit-status", manual_exit_status},
};

}  // namespace

void CommandLine::add(std::vector<Parameter> rows) {
  std::ranges::move(rows, std::back_inserter(parameters));
}

std::vector<Parameter> CommandLine::arguments() const {
  std::vector<Parameter> rows;
  std::ranges::copy_if(parameters, std::back_inserter(rows), &Parameter::is_argument);
  return rows;
}

std::vector<Parameter> CommandLine::options() const {
  std::vector<Parameter> rows = {told_option({"-h", "--help"}, localized("show this help", "tampilkan bantuan ini"))};
  if (!version.empty()) rows.push_back(told_option({"--version"}, localized("show the version", "tampilkan versi")));
  std::ranges::copy_if(parameters, std::back_inserter(rows), [](const Parameter& row) { return !row.is_argument(); });
  return rows;
}

std::optional<std::string> generated_text(const CommandLine& program, std::string_view kind) {
  const auto* const row = std::ranges::find(kTextKinds, kind, &TextKind::name);
  if (row == kTextKinds.end()) return std::nullopt;
  return row->text(program);
}

}  // namespace warta
