// Sitemaps to addresses: sitemaps.org's urlset and sitemapindex, Google's news sitemaps, and lists of URLs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "database/civil_time.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct SitemapEntry {
  std::string url;                     // absolute and cleaned (clean_url)
  std::optional<Timestamp> modified;   // lastmod
  std::optional<Timestamp> published;  // of news:news
  std::string title;                   // of news:news, as plain text
  bool is_sitemap = false;             // the address is of another sitemap, not of a page
};

struct SitemapSink {
  std::function<void(SitemapEntry&&)> entry;
  std::function<void(Skip&&)> skip;     // an entry without a usable address was left out
  std::function<void(Skip&&)> warning;  // an entry was taken without a date that cannot be read
};

// Gives every entry to sink, in its order. origin is the URL or file name of the sitemap: messages name it, and an
// http(s) one completes relative addresses. Error (ExitCode::input_skipped): the bytes are no sitemap, or stop being
// readable; the message names origin, line and reason. Entries before the defect have been given then.
Result<void> parse_sitemap(std::string_view bytes, std::string_view origin, const SitemapSink& sink);

// True where text, or its beginning, is a list of URLs, one a line: a plain sitemap.
bool is_url_list(std::string_view text);

}  // namespace warta::indexer
