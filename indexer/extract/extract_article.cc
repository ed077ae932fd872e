#include "indexer/extract/extract_article.h"

#include <algorithm>

#include "base/language.h"
#include "indexer/article_language.h"
#include "indexer/extract/article_body.h"
#include "indexer/extract/body_region.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"
#include "indexer/extract/meta_tags.h"
#include "indexer/extract/page_dates.h"
#include "indexer/extract/page_title.h"
#include "indexer/extract/page_url.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

tl::unexpected<Error> no_article(const char* reason) {
  return failure(ExitCode::input_skipped, reason);
}

bool is_feed(std::string_view html) {
  constexpr std::size_t kHeadBytes = 1024;
  const std::string head = lower_ascii(html.substr(0, kHeadBytes));
  for (const std::string_view root : {"<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex"}) {
    if (head.find(root) != std::string::npos) return head.find("<html") == std::string::npos;
  }
  return false;
}

std::optional<Timestamp> read_time(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const Result<Timestamp> time = parse_timestamp(text);
  return time ? std::optional(*time) : std::nullopt;
}

// Persons only: many pages name the medium or an address as author.
std::vector<std::string> persons(const std::vector<std::string>& names, const PageMetadata& metadata) {
  constexpr std::string_view kMediumWords[] = {"media", "redaksi", "admin", "news", "online", "cyber", "http",
                                               "@",     ".co",     "pt ",   "pt.",  "tim ",   "team",  "editor"};
  std::vector<std::string> kept;
  for (const std::string& name : names) {
    const std::string lower = lower_ascii(name);
    const bool is_medium = lower == lower_ascii(metadata.site_name) ||
                           std::any_of(std::begin(kMediumWords), std::end(kMediumWords),
                                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
    if (!is_medium && std::find(kept.begin(), kept.end(), name) == kept.end()) kept.push_back(name);
  }
  return kept;
}

// Tags that a site puts on every page say nothing about this one.
std::vector<std::string> telling_tags(std::vector<std::string> tags) {
  const auto says_nothing = [](const std::string& tag) {
    const std::string lower = lower_ascii(tag);
    const bool is_general =
        lower.starts_with("berita ") || lower.starts_with("portal ") || lower == "berita" || lower == "news";
    return is_general || tag.size() > 80;
  };
  tags.erase(std::remove_if(tags.begin(), tags.end(), says_nothing), tags.end());
  return tags;
}

class PageReader {
 public:
  PageReader(std::string utf8, std::string_view url_hint)
      : document_(std::move(utf8)), metadata_(read_metadata(document_)), page_(content_blocks(document_)) {
    article_.url = choose_url(document_.text(), metadata_.url, url_hint);
    article_.source = site_of_url(article_.url);
    article_.title = choose_title(metadata_, read_raw_titles(document_), page_, article_.source);
    title_block_ = find_title_block(page_, article_.title);
    body_ = assemble_body(page_, find_body_region(page_), article_.title);
  }

  Result<Article> read() {
    if (metadata_.is_listing && !metadata_.is_article) {
      return no_article(localized("a listing of articles, not an article", "daftar artikel, bukan artikel"));
    }
    article_.body = joined(body_.paragraphs);
    use_declared_body();
    if (const char* reason = reason_for_no_article()) return no_article(reason);
    read_times();
    article_.authors = persons(metadata_.authors, metadata_);
    if (article_.authors.empty()) article_.authors = persons(credited_authors(), metadata_);
    article_.category = metadata_.section;
    article_.tags = telling_tags(metadata_.tags);
    article_.language = detect_language(article_.title, article_.body, language_code(metadata_.language));
    if (article_.source.empty() && !body_.paragraphs.empty()) {
      article_.source = source_of_dateline(body_.paragraphs.front());
    }
    if (article_.source.empty()) article_.source = metadata_.site_name;
    return std::move(article_);
  }

 private:
  // JSON-LD's articleBody stands in where the page's structure yields much less.
  void use_declared_body() {
    constexpr std::size_t kFewestWords = 60;
    const std::size_t declared_words = count_words(metadata_.body);
    if (declared_words >= kFewestWords && declared_words > 2 * count_words(article_.body))
      article_.body = metadata_.body;
  }

  const char* reason_for_no_article() const {
    constexpr std::size_t kFewestWords = 25;
    const std::size_t words = count_words(article_.body);
    if (article_.title.empty() && words < kFewestWords) {
      return localized("no title and no running text", "tanpa judul dan tanpa teks");
    }
    const std::string_view path =
        std::string_view(article_.url).substr(std::min(article_.url.find("://") + 3, article_.url.size()));
    const bool is_front_page =
        !article_.url.empty() && path.find_first_not_of('/', path.find('/')) == std::string_view::npos;
    if (is_front_page || looks_like_listing(words)) {
      return localized("a listing of articles, not an article", "daftar artikel, bukan artikel");
    }
    if (words < kFewestWords) return localized("no article's text on the page", "tidak ada teks artikel di halaman");
    return nullptr;
  }

  // Much of the region is links to other pages, or its paragraphs stand each under a linked title.
  bool looks_like_listing(std::size_t words) const {
    constexpr std::size_t kFewestTitles = 4;
    std::size_t all_words = 0;
    std::size_t links = 0;
    std::size_t linked_titles = 0;
    for (std::size_t i = body_.first_block; i < body_.end_block; ++i) {
      const ContentBlock& block = page_.blocks[i];
      if (block.is_unlikely) continue;
      all_words += block.words;
      links += block.link_words;
      linked_titles += block.words >= 3 && block.link_words == block.words ? 1 : 0;
    }
    const bool is_mostly_links = links * 2 > all_words && links > words;
    const bool is_titled_list = linked_titles >= kFewestTitles && linked_titles * 3 >= body_.paragraphs.size() * 2;
    return is_mostly_links || is_titled_list;
  }

  // Credits in the text, else on the lines between the title and a little after the text.
  std::vector<std::string> credited_authors() const {
    constexpr std::size_t kNear = 10;
    if (!body_.authors.empty()) return body_.authors;
    for (std::size_t i = std::min(title_block_, body_.first_block);
         i < std::min(body_.end_block + kNear, page_.blocks.size()); ++i) {
      if (std::vector<std::string> authors = authors_of_line(page_.blocks[i].text); !authors.empty()) return authors;
    }
    return {};
  }

  void read_times() {
    const std::optional<Timestamp> shown = shown_date(page_, {title_block_, body_.first_block, body_.end_block});
    std::optional<Timestamp> declared = read_time(metadata_.published);
    if (!declared) declared = time_element(document_);
    article_.published = reconciled(declared, shown);
    if (!article_.published) article_.published = date_of_url(article_.url);
    article_.modified = read_time(metadata_.modified);
  }

  HtmlDocument document_;
  PageMetadata metadata_;
  PageBlocks page_;
  std::size_t title_block_ = 0;
  ArticleBody body_;
  Article article_;
};

}  // namespace

Result<Article> extract_article(std::string_view html, const PageOrigin& origin) {
  if (is_feed(html))
    return no_article(localized("a feed or sitemap, not a page", "umpan atau peta situs, bukan halaman"));
  std::string utf8 = to_utf8(html, origin.charset);
  if (is_nested_too_deeply(utf8)) {
    return no_article(localized("its elements are nested too deeply", "elemennya bersarang terlalu dalam"));
  }
  return PageReader(std::move(utf8), origin.url).read();
}

}  // namespace warta::indexer
