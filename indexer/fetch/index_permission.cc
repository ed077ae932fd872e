#include "indexer/fetch/index_permission.h"

#include <algorithm>

#include "base/text_parts.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

bool is_refusal(std::string_view directive) {
  const std::string lower = lower_ascii(trimmed(directive));
  return lower == "noindex" || lower == "none";
}

// Directives with a value of their own: what stands before their colon is no crawler.
bool takes_value(std::string_view name) {
  constexpr std::string_view kNames[] = {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// One value: a crawler's name holds for all that follows it, until the next.
bool tag_forbids(std::string_view tag, std::string_view product) {
  bool is_for_us = true;
  while (!tag.empty()) {
    std::string_view directive = next_part(tag, ',');
    if (const std::size_t colon = directive.find(':'); colon != std::string_view::npos) {
      const std::string name = lower_ascii(trimmed(directive.substr(0, colon)));
      if (takes_value(name)) continue;
      is_for_us = name == lower_ascii(product);
      directive.remove_prefix(colon + 1);
    }
    if (is_for_us && is_refusal(directive)) return true;
  }
  return false;
}

}  // namespace

bool forbids_indexing(std::string_view robots_tags, std::string_view product) {
  const std::vector<std::string_view> tags = split_lines(robots_tags);
  return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return tag_forbids(tag, product); });
}

bool forbids_indexing(const HtmlDocument& page, std::string_view product) {
  bool is_forbidden = false;
  walk(
      page.root(),
      [&](const GumboNode* node) {
        if (is_forbidden) return false;
        if (!is_element(node, GUMBO_TAG_META)) return true;
        const std::string name = lower_ascii(trimmed(attribute(node, "name")));
        const bool is_for_us = name == "robots" || (!name.empty() && name == lower_ascii(product));
        is_forbidden = is_for_us && tag_forbids(attribute(node, "content"), product);
        return true;
      },
      [](const GumboNode*) {});
  return is_forbidden;
}

}  // namespace warta::indexer
