#include "indexer/sources/json_repair.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "base/escape.h"

namespace warta::indexer {
namespace {

std::optional<unsigned> hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(c | 0x20));
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

// The code unit of the escape \uXXXX at the front of text.
std::optional<unsigned> escaped_unit(std::string_view text) {
  constexpr std::size_t kEscapeBytes = 6;
  if (text.size() < kEscapeBytes || !text.starts_with("\\u")) return std::nullopt;
  return hex_value(text.substr(2, 4));
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Listens to a parse for nothing but the place of its error, so that deep nesting builds no tree.
class ProblemListener : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool key(string_t&) override { return true; }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    column_ = std::max<std::size_t>(position, 1);
    return false;
  }

  std::size_t column() const { return column_; }
  std::size_t deepest() const { return deepest_; }

 private:
  bool enter() {
    deepest_ = std::max(deepest_, ++depth_);
    return true;
  }
  bool leave() {
    --depth_;
    return true;
  }

  std::size_t column_ = 1;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
};

}  // namespace

std::string repair_characters(std::string_view line) {
  std::string valid = valid_utf8(line);
  std::replace_if(
      valid.begin(), valid.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  std::string out;
  out.reserve(valid.size());
  for (std::string_view rest = valid; !rest.empty();) {
    if (rest.front() != '\\') {
      out += rest.front();
      rest.remove_prefix(1);
      continue;
    }
    std::size_t taken = std::min<std::size_t>(2, rest.size());
    std::string_view replacement = rest.substr(0, taken);
    if (const auto unit = escaped_unit(rest)) {
      const auto next = escaped_unit(rest.substr(6));
      const bool is_pair = is_high_surrogate(*unit) && next && is_low_surrogate(*next);
      taken = is_pair ? 12 : 6;
      const bool is_half = !is_pair && (is_high_surrogate(*unit) || is_low_surrogate(*unit));
      replacement = is_half ? std::string_view("\\uFFFD") : rest.substr(0, taken);
    }
    out += replacement;
    rest.remove_prefix(taken);
  }
  return out;
}

std::string repair_numbers(std::string_view line) {
  // Writing the tree out recurses, so deep nesting, which no article has, stays as it is.
  constexpr std::size_t kDeepest = 100;
  ProblemListener listener;
  const bool is_json = nlohmann::json::sax_parse(line, &listener);
  if (!is_json || listener.deepest() > kDeepest) return std::string(line);
  return nlohmann::ordered_json::parse(line, nullptr, false).dump();
}

JsonProblem find_json_problem(std::string_view line) {
  ProblemListener listener;
  nlohmann::json::sax_parse(line, &listener);
  return {listener.column()};
}

}  // namespace warta::indexer
