// An option or argument of a program, and the field that it fills. A command declares its rows once; parsing, --help,
// completion and the manual all read them, so that none can say something else than another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"

namespace warta {

struct Parameter {
  std::vector<std::string> names;    // "-n", "--limit"; empty for an argument, which is known by its place
  std::string value;                 // what stands for the value in texts: "N", "FILE"; empty for a flag
  std::string help;                  // one phrase, in the language of the person
  std::string detail;                // sentences that the manual adds, in English, with `literals` in backquotes
  std::string initial;               // what holds where it is not given; empty where there is nothing to show
  std::string bounds;                // of a number: "from 1 to 10", in the language of the person
  std::vector<std::string> choices;  // where the value is one of these
  bool is_required = false;
  bool is_repeated = false;  // an option: given several times; an argument: all that is left

  // Puts what was given into the field, nothing for a flag. ExitCode::usage where it cannot be read.
  std::function<Result<void>(const std::string& given)> read;

  bool is_argument() const { return names.empty(); }
  bool is_flag() const { return value.empty(); }

  // The name that messages use: the last of the options' names, which is a long one, or the argument's.
  const std::string& name() const { return is_argument() ? value : names.back(); }

  Parameter explained(std::string sentences) &&;
  Parameter optional() &&;

  // What is given may not be the empty text, as an unset variable of a shell leaves it.
  Parameter filled() &&;
};

// Both ends are included.
template <typename Number>
struct Bounds {
  Number least;
  Number most;
};

// Names are separated by commas: "-n,--limit". Fields must outlive the parsing; what they hold when they are declared
// is shown as the default, where it is a value that one could give.

// A switch: sets its field, to false for the likes of --no-rerank.
Parameter flag(std::string_view names, bool& field, std::string help, bool value_when_given = true);

Parameter option(std::string_view names, std::string_view value, std::string& field, std::string help);

// May be repeated.
Parameter option(std::string_view names, std::string_view value, std::vector<std::string>& field, std::string help);

// A number within bounds, in decimal digits. For unsigned, std::uint64_t, and double, which takes fractions.
template <typename Number>
Parameter option(std::string_view names, std::string_view value, Number& field,
                 Bounds<std::type_identity_t<Number>> bounds, std::string help);

Parameter option(std::string_view names, std::string_view value, std::optional<unsigned>& field,
                 Bounds<unsigned> bounds, std::string help);

// A time with its unit: 90s, 30m, 12h, 7d; seconds without one.
Parameter duration(std::string_view names, std::optional<std::int64_t>& seconds, std::string help);

// The argument at the next place; takes what option() takes behind the names. Required, unless it is optional().
template <typename... Rest>
Parameter argument(std::string_view value, Rest&&... rest) {
  Parameter parameter = option("", value, std::forward<Rest>(rest)...);
  parameter.is_required = true;
  return parameter;
}

// One of several names, in letters of either case. `take` gets the place of the one that was given; `current` is the
// place of the default, or past the end where there is none to show.
Parameter choice(std::string_view names, std::vector<std::string> choices, std::size_t current,
                 std::function<void(std::size_t)> take, std::string help);

template <typename Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <typename Value>
Parameter choice(std::string_view names, Value& field, Choices<Value> rows, std::string help) {
  std::vector<std::string> choices;
  std::size_t current = rows.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    choices.push_back(rows[i].first);
    if (rows[i].second == field) current = i;
  }
  const auto take = [&field, rows = std::move(rows)](std::size_t place) { field = rows[place].second; };
  return choice(names, std::move(choices), current, take, std::move(help));
}

}  // namespace warta
