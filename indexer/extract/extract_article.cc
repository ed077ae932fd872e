#include "indexer/extract/extract_article.h"

#include <algorithm>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "base/language.h"
#include "indexer/article_language.h"
#include "indexer/extract/absolute_url.h"
#include "indexer/extract/article_authors.h"
#include "indexer/extract/article_body.h"
#include "indexer/extract/article_tags.h"
#include "indexer/extract/body_region.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"
#include "indexer/extract/lean_html.h"
#include "indexer/extract/meta_tags.h"
#include "indexer/extract/page_dates.h"
#include "indexer/extract/page_refusal.h"
#include "indexer/extract/page_title.h"
#include "indexer/extract/page_url.h"
#include "indexer/sources/kind_detection.h"
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

// The share of text's words that stand in other, 0 to 1.
double share_of_words(std::string_view text, std::string_view other) {
  const auto words_of = [](std::string_view rest) {
    std::vector<std::string_view> words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
      if (end > 0) words.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
  };
  const std::vector<std::string_view> other_words = words_of(other);
  const std::unordered_set<std::string_view> known(other_words.begin(), other_words.end());
  const std::vector<std::string_view> words = words_of(text);
  const auto shared =
      std::count_if(words.begin(), words.end(), [&](std::string_view word) { return known.contains(word); });
  return words.empty() ? 1 : static_cast<double>(shared) / static_cast<double>(words.size());
}

class PageReader {
 public:
  PageReader(const HtmlDocument& document, std::string_view origin_url)
      : document_(document), head_(read_head(document_)), page_(content_blocks(document_)) {
    article_.url = choose_url(document_.text(), {head_.metadata.urls, head_.base, origin_url});
    article_.source = site_of_url(article_.url);
    article_.title = choose_title(head_.metadata, head_.titles, page_, article_.source);
    title_block_ = find_title_block(page_, article_.title);
    body_ = assemble_body(page_, find_body_region(page_, title_block_), article_.title);
    look_for_misnamed_body();
  }

  Result<PageArticle> read() {
    const PageMetadata& metadata = head_.metadata;
    article_.body = joined(body_.paragraphs);
    use_declared_body();
    const PageEvidence evidence{metadata, article_, page_, body_, title_block_};
    if (const char* reason = reason_for_no_article(evidence)) return no_article(reason);
    // A page that calls the front page its address would be taken for one article with all others that do.
    if (is_front_page_url(article_.url)) article_.url.clear();
    const ArticlePlace place{title_block_, body_.first_block, body_.end_block, body_.first_prose_block};
    const bool is_date_declared = read_times(place);
    article_.authors = article_authors(metadata, page_, place, body_.authors);
    article_.category = metadata.section.empty() ? section_of_breadcrumb(document_) : metadata.section;
    article_.tags = telling_tags(metadata.tags);
    if (article_.tags.empty()) article_.tags = telling_tags(listed_tags(document_, page_, title_block_));
    article_.language = detect_language(article_.title, article_.body, language_code(metadata.language));
    name_source();
    keep_image();
    return PageArticle{std::move(article_), is_date_declared};
  }

 private:
  // Where little text was found, or none near the title, an element of furniture's name may hold the article.
  void look_for_misnamed_body() {
    constexpr std::size_t kFewestWords = 60;
    const bool is_empty = body_.paragraphs.empty();
    const std::size_t end = is_empty ? page_.blocks.size() : body_.first_block;
    const GumboNode* element = find_misnamed_body(page_, title_block_, end);
    if (element == nullptr) return;
    const PageBlocks inside = content_blocks(element);
    ArticleBody body = assemble_body(inside, {{0, inside.blocks.size(), 0, 0}}, article_.title);
    if (count_words(joined(body.paragraphs)) < kFewestWords) return;
    const BlockSpan& span = page_.spans.at(element);
    body.first_block = span.first;
    body.end_block = span.end;
    body.first_prose_block += span.first;
    body_ = std::move(body);
  }

  // JSON-LD's articleBody stands in where the page's structure yields much less, or other words.
  void use_declared_body() {
    constexpr std::size_t kFewestWords = 60;
    const std::string& declared = head_.metadata.body;
    const std::size_t declared_words = count_words(declared);
    if (declared_words < kFewestWords) return;
    const bool is_much_more = declared_words > 2 * count_words(article_.body);
    if (is_much_more || share_of_words(declared, article_.body) < 0.5)
      article_.body = joined(text_paragraphs(declared));
  }

  // True where the page declares when it was published.
  bool read_times(const ArticlePlace& place) {
    const ShownDates shown = shown_dates(page_, place);
    std::optional<Timestamp> declared = read_time(head_.metadata.published);
    if (!declared) declared = time_element(document_, container_of(title_block_));
    article_.published = reconciled(declared, shown.published);
    if (!article_.published) article_.published = reconciled(date_of_url(article_.url), shown.modified);
    article_.modified = read_time(head_.metadata.modified);
    if (!article_.modified) article_.modified = shown.modified;
    return declared.has_value();
  }

  const GumboNode* container_of(std::size_t block) const {
    return block < page_.blocks.size() ? page_.blocks[block].container : nullptr;
  }

  void name_source() {
    if (article_.source.empty() && !body_.paragraphs.empty()) {
      article_.source = source_of_dateline(body_.paragraphs.front());
    }
    if (article_.source.empty()) article_.source = head_.metadata.site_name;
  }

  // The record has no field for pictures; unknown fields are kept as JSON.
  void keep_image() {
    const std::string image = absolute_url(article_.url, head_.metadata.image);
    if (!image.empty()) article_.extra.emplace_back("image", nlohmann::json(image).dump());
  }

  const HtmlDocument& document_;
  PageHead head_;
  PageBlocks page_;
  std::size_t title_block_ = 0;
  ArticleBody body_;
  Article article_;
};

}  // namespace

Result<std::unique_ptr<const HtmlDocument>> parse_page(std::string_view html, const PageOrigin& origin) {
  constexpr std::size_t kBinaryProbeBytes = 4096;
  if (is_binary(html.substr(0, kBinaryProbeBytes)))
    return no_article(localized("no page, but a picture, an archive or another program's data",
                                "bukan halaman, melainkan gambar, arsip, atau data program lain"));
  if (is_feed(html))
    return no_article(localized("a feed or sitemap, not a page", "umpan atau peta situs, bukan halaman"));
  std::string page = lean_html(to_utf8(html, origin.charset));
  if (is_nested_too_deeply(page)) {
    return no_article(localized("its elements are nested too deeply", "elemennya bersarang terlalu dalam"));
  }
  auto document = std::make_unique<const HtmlDocument>(std::move(page));
  if (document->is_too_large()) return no_article(localized("it has too many elements", "elemennya terlalu banyak"));
  return document;
}

Result<PageArticle> extract_article(const HtmlDocument& page, std::string_view url) {
  return PageReader(page, url).read();
}

Result<Article> extract_article(std::string_view html, const PageOrigin& origin) {
  const auto page = parse_page(html, origin);
  if (!page) return tl::unexpected(page.error());
  auto found = extract_article(**page, origin.url);
  if (!found) return tl::unexpected(std::move(found.error()));
  return std::move(found->article);
}

}  // namespace warta::indexer
