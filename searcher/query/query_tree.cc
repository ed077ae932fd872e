#include "searcher/query/query_tree.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.h"
#include "searcher/query/quotation.h"

namespace warta::searcher {
namespace {

constexpr std::array<const char*, 10> kNodeNames = {"words", "phrase", "prefix", "field",   "date",
                                                    "all",   "any",    "group",  "require", "exclude"};
constexpr std::array<const char*, 5> kModeNames = {"exact", "stemmed", "window", "sentence", "paragraph"};

std::string joined(const std::vector<Node>& nodes, std::string_view separator, std::string (*print)(const Node&)) {
  std::string out;
  for (const Node& node : nodes) {
    if (!out.empty()) out += separator;
    out += print(node);
  }
  return out;
}

std::string quoted(const Node& node) {
  const std::string text = in_quotes(node.text);
  switch (node.mode) {
    case PhraseMode::exact: return text;
    case PhraseMode::stemmed: return "~" + text;
    case PhraseMode::window: return fmt::format("{}~{}", text, node.window);
    default: return fmt::format("{}~{}", text, name_of(node.mode));
  }
}

// A child under an operator that binds tighter than what the child is made of.
std::string bracketed(const Node& node) {
  const bool is_compound = node.kind == NodeKind::any || node.kind == NodeKind::all || node.kind == NodeKind::group ||
                           node.kind == NodeKind::require || node.kind == NodeKind::exclude ||
                           (node.kind == NodeKind::words && node.text.find(' ') != std::string::npos);
  return is_compound ? "(" + to_query_string(node) + ")" : to_query_string(node);
}

// What a sign stands before: a sign counts only before a letter, a quote or a bracket.
std::string behind_sign(const Node& node) {
  std::string printed = bracketed(node);
  const char first = printed.front();
  const bool takes_sign = is_letter_byte(first) || first == '"' || first == '(' || node.kind == NodeKind::phrase;
  return takes_sign ? printed : "(" + printed + ")";
}

// Operands of AND and OR keep their groups, which bind tighter, but not each other.
std::string operand(const Node& node) {
  const bool is_boolean = node.kind == NodeKind::any || node.kind == NodeKind::all;
  return is_boolean ? "(" + to_query_string(node) + ")" : to_query_string(node);
}

// Members of a group: words and signed members stand as they are, operators need brackets.
std::string member(const Node& node) {
  const bool is_nested = node.kind == NodeKind::any || node.kind == NodeKind::all || node.kind == NodeKind::group;
  return is_nested ? "(" + to_query_string(node) + ")" : to_query_string(node);
}

}  // namespace

const char* name_of(PhraseMode mode) {
  return kModeNames[static_cast<std::size_t>(mode)];
}

std::string to_s_expression(const Node& node) {
  const char* name = kNodeNames[static_cast<std::size_t>(node.kind)];
  switch (node.kind) {
    case NodeKind::words:
    case NodeKind::prefix: return fmt::format("({} {})", name, node.text);
    case NodeKind::phrase:
      if (node.mode == PhraseMode::window) return fmt::format("(window {} \"{}\")", node.window, node.text);
      return fmt::format("({} \"{}\")", name_of(node.mode), node.text);
    case NodeKind::date: return fmt::format("(date {})", to_string(node.days));
    case NodeKind::field:
      return fmt::format("(field {} {})", node.field->name, joined(node.children, " ", to_s_expression));
    default: return fmt::format("({} {})", name, joined(node.children, " ", to_s_expression));
  }
}

std::string to_query_string(const Node& node) {
  switch (node.kind) {
    case NodeKind::words: return node.text;
    case NodeKind::prefix: return node.text + "*";
    case NodeKind::phrase: return quoted(node);
    case NodeKind::date: return "date:" + to_string(node.days);
    case NodeKind::field: return fmt::format("{}:{}", node.field->name, bracketed(node.children.front()));
    case NodeKind::require: return "+" + behind_sign(node.children.front());
    case NodeKind::exclude: return "-" + behind_sign(node.children.front());
    case NodeKind::all: return joined(node.children, " AND ", operand);
    case NodeKind::any: return joined(node.children, " OR ", operand);
    case NodeKind::group: return joined(node.children, " ", member);
  }
  return {};
}

}  // namespace warta::searcher
