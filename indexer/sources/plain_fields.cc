#include "indexer/sources/plain_fields.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "indexer/extract/article_body.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"
#include "indexer/extract/markup_text.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kMostPasses = 3;  // text that was escaped twice, and once more to see that it is done

enum class Markup : std::uint8_t { none, inside_of_lines, of_blocks };

struct Tag {
  std::string_view name;
  Markup markup;
};

// The tags that texts have when they come from pages. Others, such as "<nama>", may be text.
constexpr Tag kTags[] = {
    {"p", Markup::of_blocks},          {"br", Markup::of_blocks},          {"div", Markup::of_blocks},
    {"li", Markup::of_blocks},         {"ul", Markup::of_blocks},          {"ol", Markup::of_blocks},
    {"h1", Markup::of_blocks},         {"h2", Markup::of_blocks},          {"h3", Markup::of_blocks},
    {"h4", Markup::of_blocks},         {"h5", Markup::of_blocks},          {"h6", Markup::of_blocks},
    {"blockquote", Markup::of_blocks}, {"table", Markup::of_blocks},       {"tr", Markup::of_blocks},
    {"td", Markup::of_blocks},         {"figure", Markup::of_blocks},      {"section", Markup::of_blocks},
    {"article", Markup::of_blocks},    {"script", Markup::of_blocks},      {"style", Markup::of_blocks},
    {"iframe", Markup::of_blocks},     {"b", Markup::inside_of_lines},     {"strong", Markup::inside_of_lines},
    {"i", Markup::inside_of_lines},    {"em", Markup::inside_of_lines},    {"u", Markup::inside_of_lines},
    {"a", Markup::inside_of_lines},    {"span", Markup::inside_of_lines},  {"font", Markup::inside_of_lines},
    {"img", Markup::inside_of_lines},  {"small", Markup::inside_of_lines}, {"sup", Markup::inside_of_lines},
    {"sub", Markup::inside_of_lines},
};

// What the '<' at the front of text begins, if a '>' follows it.
Markup markup_at(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  const std::string name = lower_ascii(text.substr(0, text.substr(0, kLongestName + 1).find_first_of(" \t\r\n/>")));
  const auto* tag = std::find_if(std::begin(kTags), std::end(kTags), [&](const Tag& row) { return row.name == name; });
  return tag == std::end(kTags) ? Markup::none : tag->markup;
}

Markup markup_of(std::string_view text) {
  Markup most = has_character_reference(text) ? Markup::inside_of_lines : Markup::none;
  const std::size_t first = text.find('<');
  const std::size_t last_close = first == kNone ? kNone : text.rfind('>');
  if (last_close == kNone) return most;
  for (std::size_t at = first; at < last_close && most != Markup::of_blocks; at = text.find('<', at + 1)) {
    most = std::max(most, markup_at(text.substr(at)));
  }
  return most;
}

// Where no <p> divides them, lines are paragraphs, as editors of content systems write them.
std::string with_line_breaks(std::string_view html) {
  const std::string lower = lower_ascii(html);
  if (lower.find("<p>") != kNone || lower.find("<p ") != kNone) return std::string(html);
  std::string out;
  for (const char c : html) {
    if (c == '\n') out += "<br>";
    out += c;
  }
  return out;
}

std::string text_of_blocks(std::string_view html) {
  if (is_nested_too_deeply(html)) return std::string(html);
  const HtmlDocument document(with_line_breaks(html));
  std::vector<std::string> paragraphs;
  for (ContentBlock& block : content_blocks(document).blocks) paragraphs.push_back(std::move(block.text));
  return joined(paragraphs);
}

std::string text_of_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split_lines(text)) {
    lines.push_back(markup_of(line) == Markup::none ? std::string(line) : resolved_text(line));
  }
  return joined(lines);
}

}  // namespace

std::string plain_title(std::string_view title) {
  std::string text(title);
  for (int pass = 0; pass < kMostPasses && markup_of(text) != Markup::none; ++pass) text = resolved_text(text);
  return text;
}

std::string plain_body(std::string_view body) {
  std::string text(body);
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const Markup markup = markup_of(text);
    if (markup == Markup::none) break;
    text = markup == Markup::of_blocks ? text_of_blocks(text) : text_of_lines(text);
  }
  return text;
}

}  // namespace warta::indexer
