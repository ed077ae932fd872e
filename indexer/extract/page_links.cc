#include "indexer/extract/page_links.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/extract/absolute_url.h"
#include "indexer/extract/address_shape.h"
#include "indexer/extract/html_document.h"
#include "indexer/extract/site_owner.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// Words of links that lead to an article's other pages.
constexpr std::string_view kNextTexts[] = {
    "halaman selanjutnya", "halaman berikut", "selanjutnya", "berikutnya", "next", "lanjutkan membaca",
};
constexpr std::string_view kAllTexts[] = {
    "tampilkan semua", "satu halaman", "semua halaman", "lihat semua",   "baca semua",
    "show all",        "view all",     "single page",   "lihat lengkap", "all pages",
};

constexpr std::string_view kFeedTypes[] = {"rss+xml", "atom+xml", "rdf+xml", "feed+json"};

struct Anchor {
  std::string_view href;
  std::string text;  // lower case; that of its picture or title where it has none
  bool is_next = false;
};

bool has_word(std::string_view list, std::string_view word) {
  const std::string words = " " + lower_ascii(list) + " ";
  return words.find(" " + std::string(word) + " ") != std::string::npos;
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::string_view (&patterns)[N]) {
  return std::any_of(std::begin(patterns), std::end(patterns),
                     [&](std::string_view pattern) { return text.find(pattern) != std::string_view::npos; });
}

// The links of a page as they stand there.
struct RawLinks {
  std::string_view base;
  std::string_view canonical;
  std::vector<Anchor> anchors;
  std::vector<std::string_view> feeds;
};

std::string_view picture_text(const GumboNode* link) {
  std::string_view found;
  walk(
      link,
      [&](const GumboNode* node) {
        if (found.empty() && is_element(node, GUMBO_TAG_IMG)) found = attribute(node, "alt");
        return true;
      },
      [](const GumboNode*) {});
  return found;
}

std::string anchor_text(const GumboNode* link) {
  std::string text = text_of(link);
  if (text.empty()) text = folded_space(attribute(link, "title"));
  if (text.empty()) text = folded_space(attribute(link, "aria-label"));
  if (text.empty()) text = folded_space(picture_text(link));
  return lower_ascii(text);
}

// WordPress calls its interface an alternate in JSON, and the comments of each article, and of all, a feed.
bool is_feed_link(const GumboNode* link) {
  const std::string type = lower_ascii(attribute(link, "type"));
  const std::string address = lower_ascii(attribute(link, "href"));
  const std::string title = lower_ascii(attribute(link, "title"));
  const bool is_json_feed = type == "application/json" && address.find("feed") != std::string::npos;
  const bool is_of_comments = address.find("comments") != std::string::npos ||
                              title.find("comments feed") != std::string::npos ||
                              title.find("umpan komentar") != std::string::npos;
  return has_word(attribute(link, "rel"), "alternate") && (contains_any(type, kFeedTypes) || is_json_feed) &&
         !is_of_comments;
}

RawLinks collect_links(const HtmlDocument& document) {
  RawLinks links;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (!is_element(node)) return true;
        const std::string_view href = attribute(node, "href");
        if (href.empty()) return true;
        if (is_element(node, GUMBO_TAG_BASE) && links.base.empty()) links.base = href;
        if (is_element(node, GUMBO_TAG_A))
          links.anchors.push_back({href, anchor_text(node), has_word(attribute(node, "rel"), "next")});
        if (!is_element(node, GUMBO_TAG_LINK)) return true;
        const std::string_view rel = attribute(node, "rel");
        if (has_word(rel, "canonical") && links.canonical.empty()) links.canonical = href;
        if (has_word(rel, "next")) links.anchors.push_back({href, {}, true});
        if (is_feed_link(node)) links.feeds.push_back(href);
        return true;
      },
      [](const GumboNode*) {});
  return links;
}

class LinkSorter {
 public:
  LinkSorter(const RawLinks& raw, std::string_view page_url)
      : raw_(raw), base_(absolute_url(page_url, raw.base)), page_url_(clean_url(page_url)) {
    if (page_url_.empty()) page_url_ = absolute_url(base_, raw.canonical);
    if (base_.empty()) base_ = page_url_;
    page_ = paged_address(page_url_);
    is_article_ = address_shape(page_.article) != AddressShape::other;
  }

  PageLinks sort() {
    for (const std::string_view feed : raw_.feeds) add_once(links_.feeds, absolute_url(base_, feed));
    for (const Anchor& anchor : raw_.anchors) {
      const std::string url = absolute_url(base_, anchor.href);
      if (url.empty() || url == page_url_) continue;
      if (is_article_) take_page(anchor, url);
      take_article(anchor, url);
    }
    if (links_.next_page.empty()) links_.next_page = unnumbered_next_;
    for (const std::string& url : candidates_) {
      if (is_headline_.at(url)) links_.articles.push_back(url);
    }
    return std::move(links_);
  }

 private:
  void take_page(const Anchor& anchor, const std::string& url) {
    const PagedAddress paged = paged_address(url);
    if (page_.is_all) return;
    const bool is_numbered_next = paged.is_numbered && paged.page == page_.page + 1;
    if (paged.article == page_.article) {
      if (links_.single_page.empty() && (paged.is_all || says(anchor, kAllTexts))) links_.single_page = url;
      if (links_.next_page.empty() && is_numbered_next) links_.next_page = url;
      return;
    }
    // A parameter that we do not know ("?start=10") is believed when the link says what it is.
    const bool is_said = anchor.is_next || says(anchor, kNextTexts);
    const bool is_same_path = without_query(paged.article) == without_query(page_.article);
    if (is_said && is_same_path && unnumbered_next_.empty()) unnumbered_next_ = url;
  }

  // True for a short text with one of the words, unless it is about comments or other articles.
  template <std::size_t N>
  static bool says(const Anchor& anchor, const std::string_view (&texts)[N]) {
    constexpr std::size_t kLongestText = 60;
    constexpr std::string_view kOthers[] = {"komentar", "comment", "berita", "artikel", "post"};
    return anchor.text.size() <= kLongestText && contains_any(anchor.text, texts) &&
           !contains_any(anchor.text, kOthers);
  }

  static std::string_view without_query(std::string_view address) { return address.substr(0, address.find('?')); }

  // One address may have several links: a picture without words, and the headline.
  void take_article(const Anchor& anchor, const std::string& url) {
    constexpr std::size_t kHeadlineWords = 4;
    if (!is_same_site(url, page_url_)) return;
    const AddressShape shape = address_shape(url);
    if (shape == AddressShape::other || paged_address(url).article == page_.article) return;
    const auto [known, is_new] = is_headline_.try_emplace(url, shape == AddressShape::article);
    if (is_new) candidates_.push_back(url);
    known->second = known->second || count_words(anchor.text) >= kHeadlineWords;
  }

  const RawLinks& raw_;
  std::string base_;
  std::string page_url_;
  PagedAddress page_;
  bool is_article_ = false;
  PageLinks links_;
  std::string unnumbered_next_;
  std::vector<std::string> candidates_;
  std::unordered_map<std::string, bool> is_headline_;
};

}  // namespace

PageLinks find_page_links(std::string_view html, const PageOrigin& origin) {
  const auto page = parse_page(html, origin);
  return page ? find_page_links(**page, origin.url) : PageLinks{};
}

PageLinks find_page_links(const HtmlDocument& page, std::string_view url) {
  const RawLinks raw = collect_links(page);
  return LinkSorter(raw, url).sort();
}

}  // namespace warta::indexer
