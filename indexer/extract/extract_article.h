// A page to an article: what the page declares first, then what its structure shows.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "database/article.h"
#include "indexer/extract/html_document.h"

namespace warta::indexer {

// What is known of a page before its first byte; each may be empty.
struct PageOrigin {
  std::string_view url;  // where it came from; counts when the page names no URL itself, and completes relative links
  std::string_view charset;  // as the HTTP header names it; stands above what the page says of itself
};

// A page parsed, for more readings than one. html is its bytes in any charset. Error (ExitCode::input_skipped): it is
// no page, nested too deeply, or its tree would be too large; the message says which.
Result<std::unique_ptr<const HtmlDocument>> parse_page(std::string_view html, const PageOrigin& origin);

struct PageArticle {
  Article article;
  // The page states its time of publication for machines; a date that was only found among its lines or in its URL is
  // weaker than what a feed says.
  bool is_date_declared = false;
};

// The article of a parsed page that came from url ("" where that is not known). Errors as below.
Result<PageArticle> extract_article(const HtmlDocument& page, std::string_view url);

// html is a page's bytes in any charset. The body has no furniture, its paragraphs are divided by '\n'. Errors
// (ExitCode::input_skipped): the page is a listing, a feed, or has no article's text; the message says which.
Result<Article> extract_article(std::string_view html, const PageOrigin& origin);

}  // namespace warta::indexer
