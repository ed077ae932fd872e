// An article out of its page, or out of several where a site divides it: "Halaman selanjutnya", ?page=2, ?page=all.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "database/article.h"
#include "indexer/extract/html_document.h"

namespace warta::indexer {

struct ArrivedPage {
  std::string_view html;
  std::string url;
  std::string charset;      // as the HTTP header names it; "" where it does not
  std::string robots_tags;  // X-Robots-Tag, a line each
};

class ArticlePages {
 public:
  // The article on its first page. Error (ExitCode::input_skipped): there is none; the message is the reason. product
  // is our product token.
  static Result<ArticlePages> begin(const ArrivedPage& first, std::string_view product);

  // The page to fetch next: the view of the whole article where the site has one, else one page after the other. ""
  // when the article is whole, or has more pages than is sensible.
  std::string next_url() const;

  // Takes the page at next_url.
  void take(const ArrivedPage& page);

  // The page at next_url cannot be had: goes on without it. False where that leaves the article incomplete.
  bool pass_over();

  // The first page states its time of publication for machines (PageArticle).
  bool is_date_declared() const { return is_date_declared_; }

  // Its first page asks not to be indexed. Further pages are views of it, and often ask so for that reason alone.
  bool forbids_indexing() const { return forbids_indexing_; }

  const Article& article() const { return article_; }
  Article& article() { return article_; }

 private:
  // Where a page leads; only to the article's own site, and nowhere twice.
  void look_for_more(const HtmlDocument& page, const std::string& url);
  bool is_new_page(const std::string& url) const;

  Article article_;
  bool is_date_declared_ = false;
  bool forbids_indexing_ = false;
  std::string site_;
  std::string single_page_;  // "" where there is none, or it was tried
  std::string next_page_;
  std::set<std::string> visited_;  // clean URLs
};

}  // namespace warta::indexer
