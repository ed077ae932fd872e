#include "indexer/fetch/article_pages.h"

#include <utility>

#include "indexer/extract/extract_article.h"
#include "indexer/extract/page_links.h"
#include "indexer/fetch/index_permission.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostPages = 30;

}  // namespace

Result<ArticlePages> ArticlePages::begin(const ArrivedPage& first, std::string_view product) {
  const auto page = parse_page(first.html, {first.url, first.charset});
  if (!page) return tl::unexpected(page.error());
  auto found = extract_article(**page, first.url);
  if (!found) return tl::unexpected(found.error());
  ArticlePages pages;
  pages.article_ = std::move(found->article);
  pages.is_date_declared_ = found->is_date_declared;
  pages.forbids_indexing_ =
      indexer::forbids_indexing(first.robots_tags, product) || indexer::forbids_indexing(**page, product);
  pages.site_ = site_of_url(first.url);
  pages.look_for_more(**page, first.url);
  return pages;
}

std::string ArticlePages::next_url() const {
  if (visited_.size() >= kMostPages) return {};
  return single_page_.empty() ? next_page_ : single_page_;
}

void ArticlePages::take(const ArrivedPage& page) {
  const bool is_single_page = !single_page_.empty();
  visited_.insert(clean_url(next_url()));
  const auto parsed = parse_page(page.html, {page.url, page.charset});
  auto found = parsed ? extract_article(**parsed, page.url) : tl::unexpected(parsed.error());
  if (!found) {
    pass_over();
    return;
  }
  if (!is_single_page) {
    append_page(article_, std::move(found->article));
    next_page_.clear();
    return look_for_more(**parsed, page.url);
  }
  single_page_.clear();
  if (found->article.body.size() < article_.body.size()) return;  // it says less than one page: go on page by page
  article_.body = std::move(found->article.body);
  next_page_.clear();
}

bool ArticlePages::pass_over() {
  if (!single_page_.empty()) {
    visited_.insert(clean_url(std::exchange(single_page_, {})));
    return !next_page_.empty();
  }
  next_page_.clear();
  return false;
}

void ArticlePages::look_for_more(const HtmlDocument& page, const std::string& url) {
  const bool is_first = visited_.empty();
  visited_.insert(clean_url(url));
  PageLinks links = find_page_links(page, url);
  if (is_first && is_new_page(links.single_page)) single_page_ = std::move(links.single_page);
  if (is_new_page(links.next_page)) next_page_ = std::move(links.next_page);
}

bool ArticlePages::is_new_page(const std::string& url) const {
  return !url.empty() && site_of_url(url) == site_ && !visited_.contains(clean_url(url));
}

}  // namespace warta::indexer
