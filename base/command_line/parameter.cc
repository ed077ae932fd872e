#include "base/command_line/parameter.h"

#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"
#include "base/text_parts.h"

namespace warta {
namespace {

struct TimeUnit {
  char letter;
  std::int64_t seconds;
};
constexpr std::array kTimeUnits = {TimeUnit{'s', 1}, TimeUnit{'m', 60}, TimeUnit{'h', 3600}, TimeUnit{'d', 86400}};

Parameter named(std::string_view names, std::string_view value, std::string help) {
  Parameter parameter;
  while (!names.empty()) parameter.names.emplace_back(next_part(names, ','));
  parameter.value = value;
  parameter.help = std::move(help);
  return parameter;
}

// All of the text is one number, and neither too great for the type nor NaN or infinite.
template <typename Number>
std::optional<Number> parsed_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!(number >= std::numeric_limits<Number>::lowest() && number <= std::numeric_limits<Number>::max())) {
    return std::nullopt;
  }
  return number;
}

template <typename Number, typename Field>
Parameter number_option(std::string_view names, std::string_view value, Field& field, Bounds<Number> bounds,
                        std::string help) {
  Parameter parameter = named(names, value, std::move(help));
  parameter.bounds = localized_format("from {} to {}", "dari {} sampai {}", bounds.least, bounds.most);
  parameter.read = [&field, bounds, range = parameter.bounds](const std::string& given) -> Result<void> {
    const std::optional<Number> number = parsed_number<Number>(given);
    if (!number || *number < bounds.least || *number > bounds.most) {
      return failure(ExitCode::usage, localized_format("{} is no number {}", "{} bukan bilangan {}", given, range));
    }
    field = *number;
    return {};
  };
  return parameter;
}

// "90s": as many units as the digits say; nothing where it is no such time, or one that does not fit.
std::optional<std::int64_t> parsed_seconds(std::string_view text) {
  std::int64_t unit = 1;
  for (const TimeUnit& row : kTimeUnits) {
    if (text.empty() || lower_ascii(text.back()) != row.letter) continue;
    unit = row.seconds;
    text.remove_suffix(1);
    break;
  }
  const std::optional<std::int64_t> count = parsed_number<std::int64_t>(trimmed_ascii(text));
  if (!count || *count < 0 || *count > std::numeric_limits<std::int64_t>::max() / unit) return std::nullopt;
  return *count * unit;
}

}  // namespace

Parameter Parameter::explained(std::string sentences) && {
  detail = std::move(sentences);
  return std::move(*this);
}

Parameter Parameter::optional() && {
  is_required = false;
  return std::move(*this);
}

Parameter Parameter::filled() && {
  read = [read_filled = std::move(read)](const std::string& given) -> Result<void> {
    if (given.empty()) return failure(ExitCode::usage, localized("is empty", "kosong"));
    return read_filled(given);
  };
  return std::move(*this);
}

Parameter flag(std::string_view names, bool& field, std::string help, bool value_when_given) {
  Parameter parameter = named(names, "", std::move(help));
  parameter.read = [&field, value_when_given](const std::string&) -> Result<void> {
    field = value_when_given;
    return {};
  };
  return parameter;
}

Parameter option(std::string_view names, std::string_view value, std::string& field, std::string help) {
  Parameter parameter = named(names, value, std::move(help));
  parameter.initial = field;
  parameter.read = [&field](const std::string& given) -> Result<void> {
    field = given;
    return {};
  };
  return parameter;
}

Parameter option(std::string_view names, std::string_view value, std::vector<std::string>& field, std::string help) {
  Parameter parameter = named(names, value, std::move(help));
  parameter.is_repeated = true;
  parameter.read = [&field](const std::string& given) -> Result<void> {
    field.push_back(given);
    return {};
  };
  return parameter;
}

template <typename Number>
Parameter option(std::string_view names, std::string_view value, Number& field,
                 Bounds<std::type_identity_t<Number>> bounds, std::string help) {
  Parameter parameter = number_option(names, value, field, bounds, std::move(help));
  const bool is_worth_showing = !parameter.is_argument() && field >= bounds.least && field <= bounds.most;
  if (is_worth_showing) parameter.initial = fmt::to_string(field);
  return parameter;
}
template Parameter option(std::string_view, std::string_view, unsigned&, Bounds<unsigned>, std::string);
template Parameter option(std::string_view, std::string_view, std::uint64_t&, Bounds<std::uint64_t>, std::string);
template Parameter option(std::string_view, std::string_view, double&, Bounds<double>, std::string);

Parameter option(std::string_view names, std::string_view value, std::optional<unsigned>& field,
                 Bounds<unsigned> bounds, std::string help) {
  return number_option(names, value, field, bounds, std::move(help));
}

Parameter duration(std::string_view names, std::optional<std::int64_t>& seconds, std::string help) {
  Parameter parameter = named(names, "TIME", std::move(help));
  parameter.read = [&seconds](const std::string& given) -> Result<void> {
    const std::optional<std::int64_t> time = parsed_seconds(given);
    if (!time) {
      return failure(ExitCode::usage, localized_format("{} is no time like 90s, 30m, 12h or 7d",
                                                       "{} bukan waktu seperti 90s, 30m, 12h atau 7d", given));
    }
    seconds = time;
    return {};
  };
  return parameter;
}

Parameter choice(std::string_view names, std::vector<std::string> choices, std::size_t current,
                 std::function<void(std::size_t)> take, std::string help) {
  Parameter parameter = named(names, fmt::format("{}", fmt::join(choices, "|")), std::move(help));
  if (current < choices.size()) parameter.initial = choices[current];
  parameter.choices = choices;
  parameter.read = [choices = std::move(choices), take = std::move(take)](const std::string& given) -> Result<void> {
    for (std::size_t place = 0; place < choices.size(); ++place) {
      if (lower_ascii(choices[place]) != lower_ascii(given)) continue;
      take(place);
      return {};
    }
    return failure(ExitCode::usage, localized_format("{} is none of {}", "{} bukan salah satu dari {}", given,
                                                     fmt::join(choices, ", ")));
  };
  return parameter;
}

}  // namespace warta
