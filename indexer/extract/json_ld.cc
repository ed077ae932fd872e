#include "indexer/extract/json_ld.h"

#include <algorithm>

#include <simdjson.h>

#include "indexer/sources/json_repair.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kArticleTypes[] = {
    "newsarticle",          "article",
    "reportagenewsarticle", "analysisnewsarticle",
    "opinionnewsarticle",   "backgroundnewsarticle",
    "reviewnewsarticle",    "blogposting",
    "liveblogposting",      "report",
    "scholarlyarticle",     "techarticle",
    "satiricalarticle",     "advertisercontentarticle",
};

constexpr std::string_view kListingTypes[] = {"collectionpage", "itemlist", "searchresultspage"};

std::string text(dom::element value) {
  std::string_view found;
  if (value.get_string().get(found) == simdjson::SUCCESS) return folded_space(found);
  dom::array items;
  if (value.get_array().get(items) == simdjson::SUCCESS) {
    for (const dom::element item : items) return text(item);
  }
  dom::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) return {};
  for (const char* key : {"name", "@id", "url", "@value"}) {
    dom::element inner;
    if (object[key].get(inner) == simdjson::SUCCESS && inner.is_string()) return text(inner);
  }
  return {};
}

std::string text(dom::object object, std::string_view key) {
  dom::element value;
  return object[key].get(value) == simdjson::SUCCESS ? text(value) : std::string();
}

std::vector<std::string> text_list(dom::object object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  std::string_view joined;
  if (value.get_string().get(joined) == simdjson::SUCCESS) return split_list(folded_space(joined));
  std::vector<std::string> list;
  dom::array items;
  if (value.get_array().get(items) != simdjson::SUCCESS) {
    if (std::string single = text(value); !single.empty()) list.push_back(std::move(single));
    return list;
  }
  for (const dom::element item : items) {
    if (std::string name = text(item); !name.empty()) list.push_back(std::move(name));
  }
  return list;
}

// Members' text with its paragraphs.
std::string body_text(dom::object object) {
  std::string_view raw;
  if (object["articleBody"].get_string().get(raw) != simdjson::SUCCESS) return {};
  std::string body;
  for (const std::string_view line : split_lines(raw)) {
    const std::string folded = folded_space(line);
    if (folded.empty()) continue;
    if (!body.empty()) body += '\n';
    body += folded;
  }
  return body;
}

template <std::size_t N>
bool has_type(dom::object object, const std::string_view (&types)[N]) {
  for (const std::string& type : text_list(object, "@type")) {
    const std::string lower = lower_ascii(type);
    const std::size_t slash = lower.find_last_of("/:");
    const std::string name = slash == std::string::npos ? lower : lower.substr(slash + 1);
    if (std::find(std::begin(types), std::end(types), name) != std::end(types)) return true;
  }
  return false;
}

PageMetadata article_metadata(dom::object object) {
  PageMetadata page;
  page.is_article = true;
  page.headline = text(object, "headline");
  if (page.headline.empty()) page.headline = text(object, "name");
  page.url = text(object, "mainEntityOfPage");
  if (!page.url.starts_with("http")) page.url = text(object, "url");
  page.published = text(object, "datePublished");
  page.modified = text(object, "dateModified");
  page.authors = text_list(object, "author");
  page.section = text(object, "articleSection");
  page.tags = text_list(object, "keywords");
  page.language = text(object, "inLanguage");
  page.site_name = text(object, "publisher");
  page.body = body_text(object);
  return page;
}

// Visits elements breadth first and stops at the first article.
PageMetadata find_article(dom::element root) {
  constexpr std::size_t kMostVisited = 1000;  // a list of products may be long, and an article stands near the top
  PageMetadata page;
  std::vector<dom::element> waiting{root};
  for (std::size_t i = 0; i < waiting.size() && i < kMostVisited; ++i) {
    dom::array items;
    if (waiting[i].get_array().get(items) == simdjson::SUCCESS) {
      for (const dom::element item : items) waiting.push_back(item);
      continue;
    }
    dom::object object;
    if (waiting[i].get_object().get(object) != simdjson::SUCCESS) continue;
    if (has_type(object, kArticleTypes)) return article_metadata(object);
    page.is_listing = page.is_listing || has_type(object, kListingTypes);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      dom::element inner;
      if (object[key].get(inner) == simdjson::SUCCESS) waiting.push_back(inner);
    }
  }
  return page;
}

}  // namespace

PageMetadata metadata_from_json_ld(std::string_view script) {
  simdjson::dom::parser parser;
  // Newlines inside strings are the commonest slip of hand-made JSON-LD.
  const std::string repaired = repair_characters(script);
  dom::element root;
  if (parser.parse(repaired).get(root) != simdjson::SUCCESS) return {};
  return find_article(root);
}

}  // namespace warta::indexer
