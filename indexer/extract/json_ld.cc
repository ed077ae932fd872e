#include "indexer/extract/json_ld.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include <simdjson.h>

#include "database/article.h"
#include "indexer/extract/json_ld_repair.h"
#include "indexer/extract/markup_text.h"
#include "indexer/sources/html_text.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

enum class Thing : std::uint8_t { other, article, page, breadcrumb, agent };

struct Type {
  std::string_view name;  // lower case, without the vocabulary's address
  Thing thing;
  PageKind kind;
};

constexpr Type kTypes[] = {
    {"newsarticle", Thing::article, PageKind::article},
    {"article", Thing::article, PageKind::article},
    {"reportagenewsarticle", Thing::article, PageKind::article},
    {"analysisnewsarticle", Thing::article, PageKind::article},
    {"opinionnewsarticle", Thing::article, PageKind::article},
    {"backgroundnewsarticle", Thing::article, PageKind::article},
    {"askpublicnewsarticle", Thing::article, PageKind::article},
    {"reviewnewsarticle", Thing::article, PageKind::article},
    {"blogposting", Thing::article, PageKind::article},
    {"liveblogposting", Thing::article, PageKind::article},
    {"socialmediaposting", Thing::article, PageKind::article},
    {"report", Thing::article, PageKind::article},
    {"scholarlyarticle", Thing::article, PageKind::article},
    {"techarticle", Thing::article, PageKind::article},
    {"satiricalarticle", Thing::article, PageKind::article},
    {"advertisercontentarticle", Thing::article, PageKind::article},
    {"webpage", Thing::page, PageKind::unknown},
    {"itempage", Thing::page, PageKind::unknown},
    {"collectionpage", Thing::other, PageKind::listing},
    {"itemlist", Thing::other, PageKind::listing},
    {"searchresultspage", Thing::other, PageKind::search_results},
    {"profilepage", Thing::other, PageKind::profile},
    {"breadcrumblist", Thing::breadcrumb, PageKind::unknown},
    {"person", Thing::agent, PageKind::unknown},
    {"organization", Thing::agent, PageKind::unknown},
    {"newsmediaorganization", Thing::agent, PageKind::unknown},
};

std::string text(dom::element value) {
  std::string_view found;
  if (value.get_string().get(found) == simdjson::SUCCESS) return resolved_text(found);
  dom::array items;
  if (value.get_array().get(items) == simdjson::SUCCESS) {
    for (const dom::element item : items) {
      if (item.is_array()) continue;  // no recursion without end
      return text(item);
    }
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

// An address, alone or of an ImageObject or WebPage.
std::string address(dom::object object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  dom::array items;
  if (value.get_array().get(items) == simdjson::SUCCESS && items.begin() != items.end()) value = *items.begin();
  dom::object inner;
  if (value.get_object().get(inner) != simdjson::SUCCESS) return value.is_string() ? text(value) : std::string();
  for (const char* inner_key : {"url", "contentUrl", "@id"}) {
    dom::element found;
    if (inner[inner_key].get(found) == simdjson::SUCCESS && found.is_string()) return text(found);
  }
  return {};
}

std::vector<std::string> text_list(dom::object object, std::string_view key) {
  dom::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  if (value.is_string()) return split_list(text(value));
  std::vector<std::string> list;
  dom::array items;
  if (value.get_array().get(items) != simdjson::SUCCESS) {
    if (std::string single = text(value); !single.empty()) list.push_back(std::move(single));
    return list;
  }
  for (const dom::element item : items) {
    add_once(list, text(item));
  }
  return list;
}

// The article's text with its paragraphs; some sites put markup there.
std::string body_text(dom::object object) {
  std::string_view raw;
  if (object["articleBody"].get_string().get(raw) != simdjson::SUCCESS) return {};
  return has_tag(raw) ? paragraphs_of_html(raw, text(object, "headline")) : paragraphs_of_text(raw);
}

const Type* type_of(dom::object object) {
  const Type* best = nullptr;
  for (const std::string& name : text_list(object, "@type")) {
    const std::string lower = lower_ascii(name);
    const std::string_view bare = std::string_view(lower).substr(lower.find_last_of("/:#") + 1);
    const auto* const type =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const Type& known) { return known.name == bare; });
    if (type != std::end(kTypes) && (best == nullptr || type < best)) best = type;
  }
  return best;
}

PageMetadata metadata_of(dom::object object) {
  PageMetadata page;
  page.headline = text(object, "headline");
  if (page.headline.empty()) page.headline = text(object, "name");
  for (const char* key : {"mainEntityOfPage", "url", "@id"}) {
    if (std::string url = address(object, key); !url.empty()) page.urls.push_back(std::move(url));
  }
  page.published = text(object, "datePublished");
  page.modified = text(object, "dateModified");
  page.authors = text_list(object, "author");
  if (page.authors.empty()) page.authors = text_list(object, "creator");
  page.section = text(object, "articleSection");
  page.tags = text_list(object, "keywords");
  page.image = address(object, "image");
  if (page.image.empty()) page.image = address(object, "thumbnailUrl");
  page.language = text(object, "inLanguage");
  page.site_name = text(object, "publisher");
  page.body = body_text(object);
  return page;
}

// The last step of a breadcrumb that is neither the front page nor the article itself.
std::string section_of_breadcrumb(dom::object object) {
  constexpr std::size_t kMostWords = 4;
  dom::array items;
  if (object["itemListElement"].get_array().get(items) != simdjson::SUCCESS) return {};
  std::string section;
  std::size_t position = 0;
  for (const dom::element item : items) {
    dom::object step;
    if (item.get_object().get(step) != simdjson::SUCCESS) continue;
    std::string name = text(step, "name");
    if (name.empty()) name = text(step, "item");
    const bool is_step = ++position > 1 && !name.starts_with("http") && count_words(name) <= kMostWords;
    if (is_step) section = std::move(name);
  }
  return section;
}

void take_thing(dom::object object, JsonLdReader::Found& found) {
  const Type* type = type_of(object);
  if (type == nullptr) return;
  switch (type->thing) {
    case Thing::article:
      found.articles.push_back(metadata_of(object));
      found.articles.back().kind = PageKind::article;
      break;
    case Thing::page: found.page.complete_with(metadata_of(object)); break;
    case Thing::breadcrumb:
      if (found.page.section.empty()) found.page.section = section_of_breadcrumb(object);
      break;
    case Thing::agent: found.names.emplace(text(object, "@id"), text(object, "name")); break;
    case Thing::other:
      if (found.page.kind == PageKind::unknown) found.page.kind = type->kind;
      break;
  }
}

// Visits elements breadth first.
void take_things(dom::element root, JsonLdReader::Found& found) {
  constexpr std::size_t kMostVisited = 1000;  // a list of products may be long, and an article stands near the top
  std::vector<dom::element> waiting{root};
  for (std::size_t i = 0; i < waiting.size() && i < kMostVisited; ++i) {
    dom::array items;
    if (waiting[i].get_array().get(items) == simdjson::SUCCESS) {
      for (const dom::element item : items) waiting.push_back(item);
      continue;
    }
    dom::object object;
    if (waiting[i].get_object().get(object) != simdjson::SUCCESS) continue;
    take_thing(object, found);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      dom::element inner;
      if (object[key].get(inner) == simdjson::SUCCESS && !inner.is_string()) waiting.push_back(inner);
    }
  }
}

// page_keys are the page's addresses as canonical_url gives them.
bool is_about(const PageMetadata& article, const std::unordered_set<std::string>& page_keys,
              const std::vector<std::string>& page_titles) {
  const auto is_same_url = [&](const std::string& url) {
    const std::string key = canonical_url(url);
    return !key.empty() && page_keys.contains(key);
  };
  const auto begins_title = [&](const std::string& title) {
    return !article.headline.empty() && title.starts_with(article.headline);
  };
  return std::any_of(article.urls.begin(), article.urls.end(), is_same_url) ||
         std::any_of(page_titles.begin(), page_titles.end(), begins_title);
}

}  // namespace

void JsonLdReader::read(std::string_view script) {
  simdjson::dom::parser parser;
  dom::element root;
  const std::string_view unwrapped = unwrapped_json_ld(script);
  if (parser.parse(unwrapped.data(), unwrapped.size()).get(root) == simdjson::SUCCESS) {
    take_things(root, found_);
  } else if (parser.parse(repaired_json_ld(script)).get(root) == simdjson::SUCCESS) {
    take_things(root, found_);
  }
}

PageMetadata JsonLdReader::metadata(const std::vector<std::string>& page_urls,
                                    const std::vector<std::string>& page_titles) const {
  constexpr std::size_t kFewestOfListing = 3;
  std::unordered_set<std::string> page_keys;
  for (const std::string& url : page_urls) page_keys.insert(canonical_url(url));
  const auto own = std::find_if(found_.articles.begin(), found_.articles.end(),
                                [&](const PageMetadata& article) { return is_about(article, page_keys, page_titles); });
  PageMetadata page;
  if (own != found_.articles.end()) {
    page = *own;
  } else if (found_.articles.size() >= kFewestOfListing) {
    page.kind = PageKind::listing;
  } else if (!found_.articles.empty()) {
    page = found_.articles.front();
  }
  for (std::string& author : page.authors) {
    if (const auto name = found_.names.find(author); name != found_.names.end()) author = name->second;
  }
  page.complete_with(found_.page);
  return page;
}

}  // namespace warta::indexer
