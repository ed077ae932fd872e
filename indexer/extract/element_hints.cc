#include "indexer/extract/element_hints.h"

#include <algorithm>
#include <array>
#include <span>

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr GumboTag kBlockTags[] = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,       GUMBO_TAG_DETAILS,    GUMBO_TAG_DIV,
    GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,
    GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HR,
    GUMBO_TAG_HTML,    GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,
    GUMBO_TAG_P,       GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,
    GUMBO_TAG_TD,      GUMBO_TAG_TFOOT,   GUMBO_TAG_TH,       GUMBO_TAG_THEAD,      GUMBO_TAG_TR,
    GUMBO_TAG_UL,
};

// Parts of an article that microdata names, whatever element carries them.
constexpr std::string_view kBlockProperties[] = {"articlebody", "author", "datepublished", "headline"};

constexpr GumboTag kTextlessTags[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,   GUMBO_TAG_TITLE,
    GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA, GUMBO_TAG_OPTION,   GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,
    GUMBO_TAG_SVG,    GUMBO_TAG_MATH,   GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS, GUMBO_TAG_NOFRAMES,
};

constexpr GumboTag kFurnitureTags[] = {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_HEADER};

// Words in class and id, English and Indonesian. A final '*' stands for any ending.
constexpr std::string_view kFurnitureNames[] = {
    "comment*",  "komentar*",   "disqus*",    "related*",    "terkait*",  "relate",   "share*",      "sharing",
    "sosmed*",   "social*",     "sosial*",    "sidebar*",    "footer*",   "foot",     "nav",         "navbar*",
    "navigasi*", "navigation*", "menu*",      "breadcrumb*", "tags",      "tagcloud", "taglist",     "ads",
    "ad",        "adv",         "adsense",    "iklan*",      "banner*",   "promo*",   "sponsor*",    "popular*",
    "populer*",  "terpopuler*", "trending*",  "terbaru*",    "terkini*",  "latest*",  "recommend*",  "rekomendasi*",
    "widget*",   "newsletter*", "subscri*",   "login*",      "register*", "search*",  "pagination*", "paging*",
    "bacajuga*", "lihatjuga*",  "toolbar*",   "rating*",     "vote*",     "polling*", "popup*",      "modal*",
    "cookie*",   "copyright*",  "advert*",    "outbrain*",   "taboola*",  "mgid*",    "juga",        "breaking",
    "ticker*",   "skyscraper*", "author-box", "biodata",     "credit*",
};

constexpr std::string_view kCaptionNames[] = {
    "caption*",   "cap",         "foto", "photo", "photos", "wp-caption*", "deskripsi-foto", "captionfoto",
    "imgcaption", "keterangan*", "pic",  "image", "img",    "gambar",      "figure"};

constexpr std::string_view kCreditNames[] = {"author*",  "penulis*",  "byline*",      "reporter*",
                                             "writer*",  "wartawan*", "creator*",     "nama*",
                                             "namerep*", "jurnalis*", "kontributor*", "fn"};

constexpr std::string_view kBreadcrumbNames[] = {"breadcrumb*", "crumb*", "crumbs", "rute"};

constexpr std::string_view kContentNames[] = {
    "article*", "artikel*", "content*", "konten*", "entry*", "post", "story*", "detail*",    "isi*",
    "berita*",  "read*",    "text*",    "body*",   "news*",  "baca", "main*",  "paragraph*",
};

template <std::size_t N>
bool contains(const GumboTag (&tags)[N], const GumboNode* node) {
  return is_element(node) && std::find(std::begin(tags), std::end(tags), node->v.element.tag) != std::end(tags);
}

bool matches(std::string_view pattern, std::string_view word) {
  if (!pattern.ends_with('*')) return pattern == word;
  return word.starts_with(pattern.substr(0, pattern.size() - 1));
}

// True for words that turn the next into something else: "no-sidebar" is no sidebar.
bool is_relation(std::string_view word) {
  constexpr std::string_view kRelations[] = {"no", "not", "has", "have", "with", "without", "tanpa", "before", "after"};
  return std::find(std::begin(kRelations), std::end(kRelations), word) != std::end(kRelations);
}

// Whether a word of class and id ("kcm-read_body" has "kcm", "read" and "body") is one of the patterns.
bool any_name(const GumboNode* node, std::span<const std::string_view> patterns) {
  const auto is_known = [&](std::string_view word) {
    return !word.empty() && std::any_of(patterns.begin(), patterns.end(),
                                        [&](std::string_view pattern) { return matches(pattern, word); });
  };
  for (const char* key : {"class", "id"}) {
    const std::string names = lower_ascii(attribute(node, key));
    bool is_related = false;
    for (std::string_view rest = names; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n-_"), rest.size());
      const std::string_view word = rest.substr(0, end);
      if (!is_related && is_known(word)) return true;
      is_related = end < rest.size() && (rest[end] == '-' || rest[end] == '_') && is_relation(word);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return false;
}

// Names that are given to nothing but an article's text, whatever other names stand beside them.
constexpr std::string_view kArticleTextNames[] = {
    "entry-content", "post-content",   "article-content",  "article-body",   "articlebody",       "post-body",
    "story-body",    "news-content",   "single-content",   "content-inner",  "td-post-content",   "detail-content",
    "detail-text",   "read__content",  "article__content", "article__body",  "detail__body-text", "isi-berita",
    "isi-artikel",   "content-detail", "artikel-content",  "berita-content", "the-content",       "content-article",
};

bool is_article_text(const GumboNode* node) {
  if (lower_ascii(attribute(node, "itemprop")).find("articlebody") != std::string::npos) return true;
  const std::string names = lower_ascii(attribute(node, "class"));
  for (std::string_view rest = names; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const std::string_view name = rest.substr(0, end);
    if (std::find(std::begin(kArticleTextNames), std::end(kArticleTextNames), name) != std::end(kArticleTextNames))
      return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_hidden(const GumboNode* node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  std::string style = lower_ascii(attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  if (style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos)
    return true;
  constexpr std::string_view kReadAloudOnly[] = {"screen-reader-text", "sr-only", "visually-hidden"};
  const std::string_view names = attribute(node, "class");
  return std::any_of(std::begin(kReadAloudOnly), std::end(kReadAloudOnly),
                     [&](std::string_view name) { return names.find(name) != std::string_view::npos; });
}

// A page's or an article's root carries names of everything in it (WordPress: "post tag-beras comments-open").
bool is_root(const GumboNode* node) {
  return is_element(node, GUMBO_TAG_HTML) || is_element(node, GUMBO_TAG_BODY) || is_element(node, GUMBO_TAG_ARTICLE) ||
         is_element(node, GUMBO_TAG_MAIN);
}

}  // namespace

bool is_block_element(const GumboNode* node) {
  if (contains(kBlockTags, node)) return true;
  const std::string property = lower_ascii(attribute(node, "itemprop"));
  return std::find(std::begin(kBlockProperties), std::end(kBlockProperties), property) != std::end(kBlockProperties);
}

bool is_heading_element(const GumboNode* node) {
  return is_element(node) && node->v.element.tag >= GUMBO_TAG_H1 && node->v.element.tag <= GUMBO_TAG_H6;
}

bool is_textless(const GumboNode* node) {
  return contains(kTextlessTags, node);
}

bool is_caption(const GumboNode* node) {
  if (!is_element(node) || is_root(node)) return false;
  return is_element(node, GUMBO_TAG_FIGCAPTION) || is_element(node, GUMBO_TAG_FIGURE) || any_name(node, kCaptionNames);
}

bool is_furniture_element(const GumboNode* node) {
  if (!is_element(node) || is_root(node)) return false;
  if (contains(kFurnitureTags, node) || is_hidden(node)) return true;
  return any_name(node, kFurnitureNames) && !is_article_text(node);
}

bool is_credit_element(const GumboNode* node) {
  return is_element(node) && (any_name(node, kCreditNames) || attribute(node, "rel") == "author" ||
                              attribute(node, "itemprop") == "author");
}

bool is_breadcrumb(const GumboNode* node) {
  return is_element(node) && any_name(node, kBreadcrumbNames);
}

bool is_in_other_text(const GumboNode* node) {
  constexpr std::string_view kOtherTexts[] = {"comment*", "komentar*", "disqus*", "related*", "terkait*",
                                              "sidebar*", "footer*",   "menu*",   "nav",      "rekomendasi*"};
  for (; node != nullptr && is_element(node) && !is_root(node); node = node->parent) {
    if (contains(kFurnitureTags, node) || is_hidden(node) || any_name(node, kOtherTexts)) return true;
  }
  return false;
}

int content_promise(const GumboNode* node) {
  if (!is_element(node)) return 0;
  if (lower_ascii(attribute(node, "itemprop")).find("articlebody") != std::string::npos) return 3;
  if (is_article_text(node)) return 2;
  if (is_element(node, GUMBO_TAG_ARTICLE)) return 1;
  return any_name(node, kContentNames) ? 1 : 0;
}

}  // namespace warta::indexer
