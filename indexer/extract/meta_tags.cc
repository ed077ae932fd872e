#include "indexer/extract/meta_tags.h"

#include <algorithm>
#include <map>
#include <span>

#include "indexer/extract/json_ld.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

using MetaValues = std::multimap<std::string, std::string, std::less<>>;

// Names in the order of trust. Names are lower case.
constexpr std::string_view kUrlNames[] = {"og:url", "twitter:url", "syndication-source", "original-source"};
constexpr std::string_view kPublishedNames[] = {
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "content_publisheddate",
    "content_published_date",
    "published_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "date",
};
constexpr std::string_view kModifiedNames[] = {
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod",
};
constexpr std::string_view kAuthorNames[] = {"article:author", "author",          "dc.creator", "content_author",
                                             "parsely-author", "sailthru.author", "penulis",    "byl"};
constexpr std::string_view kSectionNames[] = {"article:section", "content_category",   "parsely-section",
                                              "articlesection",  "dc.subject.section", "section"};
constexpr std::string_view kTagNames[] = {"article:tag", "news_keywords", "keywords", "content_tag", "parsely-tags"};
constexpr std::string_view kLanguageNames[] = {"inlanguage", "content-language", "language", "dc.language",
                                               "og:locale"};
constexpr std::string_view kSiteNames[] = {"og:site_name", "application-name", "publisher", "dc.publisher"};

void collect_meta(const GumboNode* node, MetaValues& values) {
  const std::string content = folded_space(attribute(node, "content"));
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = lower_ascii(trimmed(attribute(node, key)));
    if (!name.empty()) values.emplace(name, content);
  }
}

std::string first_of(const MetaValues& values, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto found = values.find(name); found != values.end()) return found->second;
  }
  return {};
}

// All values of the first name that has any; each may itself be a list.
std::vector<std::string> all_of(const MetaValues& values, std::span<const std::string_view> names) {
  std::vector<std::string> list;
  for (const std::string_view name : names) {
    const auto [begin, end] = values.equal_range(name);
    for (auto value = begin; value != end; ++value) {
      for (std::string& item : split_list(value->second)) {
        if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(std::move(item));
      }
    }
    if (!list.empty()) return list;
  }
  return list;
}

bool has_itemprop(const GumboNode* node, std::string_view name) {
  const std::string props = " " + lower_ascii(attribute(node, "itemprop")) + " ";
  return props.find(" " + std::string(name) + " ") != std::string::npos;
}

// The value of a microdata property: an attribute made for machines, else the text.
std::string microdata_value(const GumboNode* node) {
  for (const char* key : {"content", "datetime", "href", "src"}) {
    if (const auto value = attribute(node, key); !value.empty()) return folded_space(value);
  }
  return text_of(node);
}

// Microdata outside of <meta>. Properties of an item inside the article (its author's name, related pages) belong to
// that item, so inner scopes are passed over, but for the author's.
class MicrodataReader {
 public:
  PageMetadata read(const GumboNode* root) {
    walk(
        root, [this](const GumboNode* node) { return enter(node); }, [](const GumboNode*) {});
    return std::move(page_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (!is_element(node)) return true;
    const std::string type = lower_ascii(attribute(node, "itemtype"));
    const bool is_article = type.ends_with("article") || type.ends_with("blogposting");
    page_.is_article = page_.is_article || is_article;
    const std::string_view prop = attribute(node, "itemprop");
    if (!prop.empty()) take(node);
    return type.empty() || is_article || type.ends_with("webpage") ? prop != "relatedLink" : false;
  }

  void take(const GumboNode* node) {
    const auto take_text = [&](std::string_view name, std::string& target) {
      if (target.empty() && has_itemprop(node, name)) target = microdata_value(node);
    };
    take_text("datepublished", page_.published);
    take_text("datemodified", page_.modified);
    take_text("articlesection", page_.section);
    take_text("inlanguage", page_.language);
    if (page_.headline.empty() && has_itemprop(node, "headline") && !is_element(node, GUMBO_TAG_META)) {
      page_.headline = text_of(node);  // in <meta> some sites put the summary there
    }
    if (page_.url.empty() && (has_itemprop(node, "url") || has_itemprop(node, "mainentityofpage"))) take_url(node);
    if (page_.tags.empty() && has_itemprop(node, "keywords")) page_.tags = split_list(microdata_value(node));
    if (has_itemprop(node, "author")) {
      const std::string name = is_element(node, GUMBO_TAG_META) ? microdata_value(node) : text_of(node);
      if (!name.empty() && count_words(name) <= 6) page_.authors.push_back(name);
    }
  }

  void take_url(const GumboNode* node) {
    const std::string value = microdata_value(node);
    if (value.starts_with("http")) page_.url = value;
  }

  PageMetadata page_;
};

PageMetadata from_meta(const MetaValues& values, const std::string& canonical, const std::string& html_language) {
  PageMetadata page;
  page.url = canonical.starts_with("http") ? canonical : first_of(values, kUrlNames);
  page.published = first_of(values, kPublishedNames);
  page.modified = first_of(values, kModifiedNames);
  page.authors = all_of(values, kAuthorNames);
  page.section = first_of(values, kSectionNames);
  page.tags = all_of(values, kTagNames);
  page.language = first_of(values, kLanguageNames);
  if (page.language.empty()) page.language = html_language;
  page.site_name = first_of(values, kSiteNames);
  const auto type = values.find("og:type");
  page.is_article = type != values.end() && lower_ascii(type->second).find("article") != std::string::npos;
  return page;
}

}  // namespace

PageMetadata read_metadata(const HtmlDocument& document) {
  MetaValues values;
  std::string canonical;
  std::string language;
  PageMetadata page;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (is_element(node, GUMBO_TAG_META)) collect_meta(node, values);
        if (is_element(node, GUMBO_TAG_HTML)) language = attribute(node, "lang");
        if (is_element(node, GUMBO_TAG_LINK) && lower_ascii(attribute(node, "rel")) == "canonical" &&
            canonical.empty()) {
          canonical = trimmed(attribute(node, "href"));
        }
        if (is_element(node, GUMBO_TAG_SCRIPT) &&
            lower_ascii(attribute(node, "type")).find("ld+json") != std::string::npos) {
          page.complete_with(metadata_from_json_ld(raw_text_of(node)));
        }
        return true;
      },
      [](const GumboNode*) {});
  const PageMetadata meta = from_meta(values, canonical, language);
  // The canonical link is made for this very purpose; JSON-LD's url may be that of the publisher.
  if (!meta.url.empty()) page.url = meta.url;
  page.complete_with(MicrodataReader().read(document.root()));
  page.complete_with(meta);
  return page;
}

RawTitles read_raw_titles(const HtmlDocument& document) {
  RawTitles titles;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (is_element(node, GUMBO_TAG_TITLE) && titles.document_title.empty()) titles.document_title = text_of(node);
        if (is_element(node, GUMBO_TAG_META) && titles.social_title.empty() &&
            (attribute(node, "property") == "og:title" || attribute(node, "name") == "og:title")) {
          titles.social_title = folded_space(attribute(node, "content"));
        }
        return !is_element(node, GUMBO_TAG_SVG);  // a picture has a title of its own
      },
      [](const GumboNode*) {});
  return titles;
}

}  // namespace warta::indexer
