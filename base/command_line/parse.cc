// Parsing by CLI11. The one file that includes it: each that does takes half a minute to compile under the sanitizers.
// What CLI11 finds wrong is said anew, because its own words are English, and name no next step.
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/command_line/command_line.h"
#include "base/command_line/help.h"
#include "base/language.h"

namespace warta {
namespace {

// Behind the name of a flag, so that CLI11 refuses every value but the one that it makes of the bare name. Nobody
// writes --quiet=+1.
constexpr auto kTakesNoValue = "{+1}";

std::string flag_names(const std::vector<std::string>& names) {
  return fmt::format("{}{}", fmt::join(names, std::string(kTakesNoValue) + ","), kTakesNoValue);
}

void declare(CLI::App& app, const Parameter& parameter) {
  if (parameter.is_flag()) {
    app.add_flag_callback(flag_names(parameter.names), [&parameter] { std::ignore = parameter.read({}); })
        ->disable_flag_override();
    return;
  }
  const std::string names =
      parameter.is_argument() ? parameter.value : fmt::format("{}", fmt::join(parameter.names, ","));
  CLI::Option* option = app.add_option(names, [&parameter](const CLI::results_t& given) {
    for (const std::string& value : given) {
      const Result<void> read = parameter.read(value);
      if (!read) throw CLI::ValidationError(parameter.name(), read.error().message);
    }
    return true;
  });
  if (parameter.is_repeated) option->expected(CLI::detail::expected_max_vector_size);
  if (parameter.is_repeated && !parameter.is_argument()) option->allow_extra_args(false);
  option->required(parameter.is_required);
}

void declare(CLI::App& app, const CommandLine& line) {
  app.set_help_flag(flag_names({"-h", "--help"}))->disable_flag_override();
  if (!line.version.empty()) {
    app.set_version_flag(flag_names({"--version"}), line.version)->disable_flag_override();
  }
  for (const Parameter& parameter : line.parameters) declare(app, parameter);
  for (const CommandLine& command : line.commands) declare(*app.add_subcommand(command.name), command);
  if (line.needs_command) app.require_subcommand(1);
}

// The command that the person named, or the program.
const CommandLine& chosen(const CommandLine& program, const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  if (parsed.empty()) return program;
  return *std::ranges::find(program.commands, parsed.front()->get_name(), &CommandLine::name);
}

const CLI::App& chosen(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : *parsed.front();
}

std::string takes_no_value(std::string_view name) {
  return localized_format("{} takes no value", "{} tidak menerima nilai", name);
}

// The flag of one letter that was given a value, as in -q=yes; "" where none was. CLI11 takes the letter for the flag
// and leaves "-=yes" over.
std::string flag_with_value(const std::vector<std::string>& words, const std::vector<std::string>& left_over) {
  const auto rest = std::ranges::find_if(left_over, [](const std::string& word) { return word.starts_with("-="); });
  if (rest == left_over.end()) return {};
  const auto word = std::ranges::find_if(words, [&](const std::string& given) {
    return given.starts_with('-') && !given.starts_with("--") && given.size() > rest->size() &&
           given.ends_with(rest->substr(1));
  });
  return word == words.end() ? std::string() : std::string{'-', (*word)[word->size() - rest->size()]};
}

std::string unknown(const CommandLine& program, const std::vector<std::string>& arguments) {
  const std::string what =
      localized_format("unknown: {}", "tidak dikenal: {}", fmt::to_string(fmt::join(arguments, " ")));
  return program.hint.empty() ? what : what + "; " + program.hint;
}

std::string missing(const CommandLine& line, const CLI::App& app) {
  std::vector<std::string> names;
  for (const Parameter& parameter : line.parameters) {
    const CLI::Option* option = app.get_option_no_throw(parameter.name());
    if (parameter.is_required && option != nullptr && option->count() == 0) names.push_back(parameter.name());
  }
  if (names.empty()) return localized("no command is given", "perintahnya belum disebut");
  return localized_format("missing: {}", "belum ada: {}", fmt::to_string(fmt::join(names, " ")));
}

// The command that stands behind something else, as in `warta-indexer DB add`, where nothing but a command can begin
// the line; nothing where there is none.
const CommandLine* misplaced_command(const CommandLine& program, const std::vector<std::string>& arguments) {
  if (!program.needs_command || arguments.empty() || arguments.front().starts_with('-')) return nullptr;
  const auto named = std::ranges::find_first_of(arguments, program.commands, {}, {}, &CommandLine::name);
  if (named == arguments.begin() || named == arguments.end()) return nullptr;
  return &*std::ranges::find(program.commands, *named, &CommandLine::name);
}

// CLI11 tells the option of a wrong number of values in its message only, and a flag without its dashes.
std::string miscounted(const CLI::App& app, std::string_view message) {
  std::string name(message.substr(0, message.find_first_of(": ")));
  const CLI::Option* option = app.get_option_no_throw(name);
  if (option == nullptr) {
    name.insert(0, "--");
    option = app.get_option_no_throw(name);
  }
  if (option != nullptr && option->get_expected_max() == 0) {
    return takes_no_value(name);
  }
  if (option != nullptr && option->count() > 1) {
    return localized_format("{} is given more than once", "{} diberikan lebih dari sekali", name);
  }
  return localized_format("{}: its value is missing", "{}: nilainya belum ada", name);
}

tl::unexpected<Error> usage_error(const CommandLine& program, const CommandLine& line, const std::string& what) {
  const std::string command = line.name == program.name ? line.name : program.name + ' ' + line.name;
  return failure(ExitCode::usage, localized_format("{}; `{} --help` says what it takes",
                                                   "{}; `{} --help` menyebutkan pilihannya", what, command));
}

}  // namespace

Result<ParsedLine> parse(const CommandLine& program, int argc, const char* const* argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--generate") {
    if (auto text = generated_text(program, argv[2])) return ParsedLine{"", std::move(text)};
  }
  CLI::App app("", program.name);
  declare(app, program);
  const auto fail = [&](const std::string& what) { return usage_error(program, chosen(program, app), what); };
  const std::vector<std::string> words(argv + std::min(1, argc), argv + argc);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return ParsedLine{"", help_text(program.name, chosen(program, app))};
  } catch (const CLI::CallForVersion&) {
    return ParsedLine{"", program.version + '\n'};
  } catch (const CLI::ParseError& error) {
    const bool is_miscounted = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
    if (is_miscounted) return fail(miscounted(chosen(app), error.what()));
    if (const CommandLine* command = misplaced_command(program, words)) {
      return usage_error(program, *command,
                         localized_format("{}: the command comes first, as in: {} {} {}",
                                          "{}: perintah ditulis lebih dulu, misalnya: {} {} {}", words.front(),
                                          program.name, command->name, words.front()));
    }
    if (const auto arguments = app.remaining(true); !arguments.empty()) {
      const std::string flag = flag_with_value(words, arguments);
      return fail(flag.empty() ? unknown(program, arguments) : takes_no_value(flag));
    }
    const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if (is_missing) return fail(missing(chosen(program, app), chosen(app)));
    // What a row said of its value is in the language of the person; the rest is CLI11's own.
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return fail(error.what());
    return fail(localized_format("this cannot be read ({})", "ini tidak dapat dibaca ({})", error.what()));
  }
  const CommandLine& line = chosen(program, app);
  return ParsedLine{line.name == program.name ? "" : line.name, std::nullopt};
}

}  // namespace warta
