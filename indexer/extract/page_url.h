// The URL that stands for a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warta::indexer {

struct UrlCandidates {
  std::vector<std::string> declared;  // by the page, in the order of trust; may be relative
  std::string_view base;              // of <base href>; "" where the page has none
  std::string_view origin;            // where the page came from; "" where that is not known
};

// The first declared URL that can be the article's, else the origin, cleaned (clean_url); "" where there is none. Not
// believed are an address without a domain, and, where the origin is known, one of another site (but for AMP caches,
// which hold pages of other sites) and one that leads to a front page or a section while the origin names an article.
// A query is dropped when the page itself links to the same address without it, as its share bar does, and the path
// alone names an article.
std::string choose_url(std::string_view html, const UrlCandidates& candidates);

// True for the address of a site's front page.
bool is_front_page_url(std::string_view url);

}  // namespace warta::indexer
