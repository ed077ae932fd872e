#include "indexer/extract/article_tags.h"

#include <algorithm>
#include <set>

#include "indexer/extract/element_hints.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostTagWords = 6;
constexpr std::size_t kMostTags = 20;

constexpr std::string_view kTagSegments[] = {"/tag/",     "/tags/",   "/topik/",        "/topic/", "/topics/",
                                             "/label/",   "/labels/", "/keyword/",      "/tagar/", "/tag?",
                                             "/hashtag/", "?tag=",    "/search/label/", "/tagged/"};

constexpr std::string_view kFrontPageNames[] = {"home", "beranda", "halaman depan", "halaman utama", "depan", "utama"};

bool is_tag_link(const GumboNode* node) {
  if (!is_element(node, GUMBO_TAG_A)) return false;
  if (lower_ascii(attribute(node, "rel")).find("tag") != std::string::npos &&
      attribute(node, "rel").find("category") == std::string_view::npos) {
    return true;
  }
  const std::string href = lower_ascii(attribute(node, "href"));
  return std::any_of(std::begin(kTagSegments), std::end(kTagSegments),
                     [&](std::string_view segment) { return href.find(segment) != std::string::npos; });
}

// The blocks in the nearest element around a link that makes some.
BlockSpan blocks_around(const PageBlocks& page, const GumboNode* link) {
  for (const GumboNode* node = link; node != nullptr; node = node->parent) {
    if (const auto span = page.spans.find(node); span != page.spans.end()) return span->second;
  }
  return {};
}

bool is_front_page_name(const std::string& name) {
  return std::find(std::begin(kFrontPageNames), std::end(kFrontPageNames), lower_ascii(name)) !=
         std::end(kFrontPageNames);
}

}  // namespace

std::vector<std::string> listed_tags(const HtmlDocument& document, const PageBlocks& page, std::size_t title_block) {
  constexpr std::size_t kMostOtherWords = 6;  // "Topik terkait:" beside the links
  constexpr std::size_t kMostBlocksBetween = 4;
  std::vector<std::string> tags;
  std::size_t last_block = 0;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (!is_tag_link(node)) return !is_element(node, GUMBO_TAG_NAV);
        const BlockSpan span = blocks_around(page, node);
        const bool is_list = span.words <= span.link_words + kMostOtherWords;
        const bool is_behind_title = title_block >= page.blocks.size() || span.first > title_block;
        const bool is_same_list = tags.empty() || span.first <= last_block + kMostBlocksBetween;
        if (!is_list || !is_behind_title || !is_same_list || tags.size() >= kMostTags) return false;
        std::string tag = text_of(node);
        while (tag.starts_with('#') || tag.starts_with(' ')) tag.erase(0, 1);
        if (tag.empty() || count_words(tag) > kMostTagWords) return false;
        last_block = span.end;
        tags.push_back(std::move(tag));
        return false;
      },
      [](const GumboNode*) {});
  return tags;
}

std::vector<std::string> telling_tags(std::vector<std::string> tags) {
  constexpr std::size_t kLongest = 80;
  std::set<std::string> known;
  const auto says_nothing = [&](const std::string& tag) {
    const std::string lower = lower_ascii(tag);
    const bool is_general =
        lower.starts_with("berita ") || lower.starts_with("portal ") || lower == "berita" || lower == "news";
    return is_general || tag.size() > kLongest || !known.insert(lower).second;
  };
  tags.erase(std::remove_if(tags.begin(), tags.end(), says_nothing), tags.end());
  return tags;
}

std::string section_of_breadcrumb(const HtmlDocument& document) {
  constexpr std::size_t kMostWords = 4;
  std::string section;
  bool is_done = false;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (is_done || !is_breadcrumb(node)) return !is_done;
        walk(
            node,
            [&](const GumboNode* inner) {
              if (!is_element(inner, GUMBO_TAG_A)) return true;
              std::string name = text_of(inner);
              const bool is_section = !name.empty() && count_words(name) <= kMostWords && !is_front_page_name(name);
              if (is_section) section = std::move(name);
              return false;
            },
            [](const GumboNode*) {});
        is_done = true;
        return false;
      },
      [](const GumboNode*) {});
  return section;
}

}  // namespace warta::indexer
