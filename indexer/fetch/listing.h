// What a feed, a sitemap or a front page names: the URLs to go on with, and what it says of each.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "database/article.h"
#include "indexer/fetch/fetch_state.h"

namespace warta::indexer {

struct ListedUrl {
  std::string url;
  UrlKind expected = UrlKind::article;       // feed or sitemap: another listing
  bool is_guess = false;                     // nobody says that there is something
  std::int64_t told_modified = 0;            // seconds since the epoch; 0: not told
  std::shared_ptr<const Article> told = {};  // what the listing says of the article; nullptr: nothing
  bool has_full_text = false;                // told is the whole article
};

struct Listing {
  std::vector<ListedUrl> urls;
  std::optional<Error> defect;  // why it could not be read to its end; what stood before counts
};

// origin is the URL, as messages may show it and as relative links go out from it.
Listing read_feed(std::string_view bytes, const std::string& origin);

// The newest first, so that a bound on a run cuts off the oldest; other sitemaps come before pages, and news sitemaps
// before others.
Listing read_sitemap(std::string_view bytes, const std::string& origin);

// Where a front page leads: its feeds and the site's news sitemaps, else any sitemaps that robots.txt names
// (robots_sitemaps), else /sitemap.xml, if it is there, and the links that look like articles. Sitemaps are of the
// whole site, so only its own front page leads to them; that of a section leads to its feeds or links.
Listing read_front_page(std::string_view html, const std::string& url, const std::string& charset,
                        const std::vector<std::string>& robots_sitemaps);

}  // namespace warta::indexer
