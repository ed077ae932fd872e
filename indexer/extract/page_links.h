// Where a page leads a crawler: to the article's other pages, to the site's feeds, and from a front page to articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "database/article.h"
#include "indexer/extract/extract_article.h"

namespace warta::indexer {

// Addresses are absolute and cleaned (clean_url), in the order of the page, each once; never the page's own.
struct PageLinks {
  std::string single_page;            // the view of all pages of this article, "" where the page offers none
  std::string next_page;              // the next page of this article, "" on the last and on an article of one page
  std::vector<std::string> feeds;     // RSS, Atom and JSON feeds that the page names in <link>
  std::vector<std::string> articles;  // of the same site or its subdomains: links that look like articles
};

// html is a page's bytes in any charset. Without origin.url the page's own canonical address stands in for it; where
// there is neither, relative links lead nowhere. A page that is no HTML, or nested too deeply, has no links.
PageLinks find_page_links(std::string_view html, const PageOrigin& origin);

// The same of a parsed page (parse_page) that came from url.
PageLinks find_page_links(const HtmlDocument& page, std::string_view url);

// Adds the body of an article's next page. Left out are paragraphs that stand in first already (a lead that each page
// repeats, or the whole, where a site serves the same page again) and the title. What first does not know (authors,
// tags, times ...) is taken from next.
void append_page(Article& first, Article&& next);

}  // namespace warta::indexer
