#include "indexer/extract/meta_tags.h"

#include <algorithm>
#include <map>
#include <span>

#include "indexer/extract/json_ld.h"
#include "indexer/extract/markup_text.h"
#include "indexer/extract/microdata.h"
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
constexpr std::string_view kImageNames[] = {"og:image",      "og:image:url",      "og:image:secure_url",
                                            "twitter:image", "twitter:image:src", "thumbnailurl",
                                            "image",         "image_src"};
constexpr std::string_view kTitleNames[] = {"og:title", "twitter:title"};
constexpr std::string_view kSiteNames[] = {"og:site_name", "application-name", "publisher", "dc.publisher"};

void collect_meta(const GumboNode* node, MetaValues& values) {
  const std::string content = resolved_text(attribute(node, "content"));
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
      for (std::string& item : split_list(value->second)) add_once(list, std::move(item));
    }
    if (!list.empty()) return list;
  }
  return list;
}

PageKind kind_of(const MetaValues& values) {
  const auto type = values.find("og:type");
  if (type == values.end()) return PageKind::unknown;
  const std::string name = lower_ascii(type->second);
  if (name.find("article") != std::string::npos) return PageKind::article;
  if (name.starts_with("video")) return PageKind::media;
  return name == "profile" ? PageKind::profile : PageKind::unknown;
}

PageMetadata from_meta(const MetaValues& values) {
  PageMetadata page;
  page.published = first_of(values, kPublishedNames);
  page.modified = first_of(values, kModifiedNames);
  page.authors = all_of(values, kAuthorNames);
  page.section = first_of(values, kSectionNames);
  page.tags = all_of(values, kTagNames);
  page.image = first_of(values, kImageNames);
  page.language = first_of(values, kLanguageNames);
  page.site_name = first_of(values, kSiteNames);
  page.kind = kind_of(values);
  return page;
}

bool is_json_ld(const GumboNode* node) {
  return is_element(node, GUMBO_TAG_SCRIPT) &&
         lower_ascii(attribute(node, "type")).find("ld+json") != std::string::npos;
}

// Goes once over the page for all that stands in elements made for machines.
class HeadReader {
 public:
  PageHead read(const HtmlDocument& document) {
    walk(
        document.root(), [this](const GumboNode* node) { return enter(node); }, [](const GumboNode*) {});
    urls_.assign(canonicals_.rbegin(), canonicals_.rend());  // of several the last
    for (const std::string_view name : kUrlNames) {
      if (std::string url = first_of(values_, std::span(&name, 1)); !url.empty()) urls_.push_back(std::move(url));
    }
    head_.titles.social_title = first_of(values_, kTitleNames);
    // Of several articles in JSON-LD, addresses and titles tell which is the page's.
    PageMetadata& page = head_.metadata;
    page.urls = urls_;
    page.complete_with(json_ld_.metadata(urls_, {head_.titles.social_title, head_.titles.document_title}));
    page.complete_with(read_microdata(document));
    page.complete_with(from_meta(values_));
    if (page.language.empty()) page.language = language_;
    return std::move(head_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (!is_element(node)) return true;
    if (is_element(node, GUMBO_TAG_META)) collect_meta(node, values_);
    if (is_element(node, GUMBO_TAG_HTML)) language_ = attribute(node, "lang");
    if (is_element(node, GUMBO_TAG_BASE) && head_.base.empty()) head_.base = attribute(node, "href");
    if (is_element(node, GUMBO_TAG_TITLE) && head_.titles.document_title.empty())
      head_.titles.document_title = text_of(node);
    if (is_element(node, GUMBO_TAG_LINK)) take_link(node);
    if (is_json_ld(node)) json_ld_.read(raw_text_of(node));
    return !is_element(node, GUMBO_TAG_SVG);  // a picture has a title of its own
  }

  void take_link(const GumboNode* node) {
    const std::string rel = lower_ascii(attribute(node, "rel"));
    const std::string_view href = trimmed(attribute(node, "href"));
    constexpr std::size_t kMostCanonicals = 20;
    if (rel == "canonical" && !href.empty() && canonicals_.size() < kMostCanonicals) canonicals_.emplace_back(href);
    if (rel == "image_src" && head_.metadata.image.empty()) values_.emplace("image_src", href);
  }

  MetaValues values_;
  std::vector<std::string> canonicals_;
  std::vector<std::string> urls_;
  std::string language_;
  JsonLdReader json_ld_;
  PageHead head_;
};

}  // namespace

PageHead read_head(const HtmlDocument& document) {
  return HeadReader().read(document);
}

}  // namespace warta::indexer
