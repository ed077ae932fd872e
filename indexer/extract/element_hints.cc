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

// Calls visit with each word of class and id: "kcm-read_body" gives "kcm", "read", "body" and whole names.
bool any_name(const GumboNode* node, std::span<const std::string_view> patterns) {
  const auto is_known = [&](std::string_view word) {
    return !word.empty() && std::any_of(patterns.begin(), patterns.end(),
                                        [&](std::string_view pattern) { return matches(pattern, word); });
  };
  for (const char* key : {"class", "id"}) {
    const std::string names = lower_ascii(attribute(node, key));
    for (std::string_view rest = names; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n-_"), rest.size());
      if (is_known(rest.substr(0, end))) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return false;
}

bool is_hidden(const GumboNode* node) {
  const std::string style = lower_ascii(attribute(node, "style"));
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
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
  return contains(kFurnitureTags, node) || is_hidden(node) || any_name(node, kFurnitureNames);
}

int content_promise(const GumboNode* node) {
  if (!is_element(node)) return 0;
  if (lower_ascii(attribute(node, "itemprop")).find("articlebody") != std::string::npos) return 3;
  if (is_element(node, GUMBO_TAG_ARTICLE)) return 1;
  return any_name(node, kContentNames) ? 1 : 0;
}

}  // namespace warta::indexer
