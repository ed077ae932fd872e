#include "indexer/fetch/listing.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "indexer/extract/page_links.h"
#include "indexer/fetch/web_url.h"
#include "indexer/sources/feed_parser.h"
#include "indexer/sources/sitemap_parser.h"

namespace warta::indexer {
namespace {

// Bounds on what a page may lead to.
constexpr std::size_t kMostFeeds = 8;
constexpr std::size_t kMostSitemaps = 50;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The sitemap of the last two days, as sites call it; the host's name says nothing of that.
bool is_news_sitemap(const std::string& url) {
  const std::size_t host = url.find("://");
  const std::size_t path = host == std::string::npos ? 0 : std::min(url.find('/', host + 3), url.size());
  const std::string lower = lower_ascii(std::string_view(url).substr(path));
  return has(lower, "news") || has(lower, "berita");
}

std::int64_t seconds_of(const std::optional<Timestamp>& timestamp) {
  return timestamp ? timestamp->epoch_seconds : 0;
}

std::shared_ptr<const Article> told_by(SitemapEntry& entry) {
  if (entry.title.empty() && !entry.published) return nullptr;
  Article article;
  article.url = entry.url;
  article.title = std::move(entry.title);
  article.published = entry.published;
  return std::make_shared<const Article>(std::move(article));
}

void add_sitemaps(Listing& listing, const std::vector<std::string>& urls, bool is_guess = false) {
  for (const std::string& url : urls) {
    if (listing.urls.size() < kMostSitemaps) {
      listing.urls.push_back({.url = url, .expected = UrlKind::sitemap, .is_guess = is_guess});
    }
  }
}

// The news sitemaps of those that robots.txt names; without any of them, and without feeds, all.
void add_robots_sitemaps(Listing& listing, const std::vector<std::string>& robots_sitemaps) {
  std::vector<std::string> news;
  std::copy_if(robots_sitemaps.begin(), robots_sitemaps.end(), std::back_inserter(news), is_news_sitemap);
  add_sitemaps(listing, news);
  if (listing.urls.empty()) add_sitemaps(listing, robots_sitemaps);
}

}  // namespace

Listing read_feed(std::string_view bytes, const std::string& origin) {
  Listing listing;
  const FeedSink sink{
      .item =
          [&](FeedItem&& item) {
            if (item.article.url.empty()) return;
            ListedUrl listed{.url = item.article.url, .has_full_text = item.has_full_text};
            listed.told_modified = seconds_of(item.article.modified);
            if (!item.has_full_text) item.article.body.clear();
            listed.told = std::make_shared<const Article>(std::move(item.article));
            listing.urls.push_back(std::move(listed));
          },
      .skip = [](Skip&&) {},
      .warning = [](Skip&&) {},
  };
  if (auto parsed = parse_feed(bytes, origin, sink); !parsed) listing.defect = std::move(parsed.error());
  return listing;
}

Listing read_sitemap(std::string_view bytes, const std::string& origin) {
  Listing listing;
  const SitemapSink sink{
      .entry =
          [&](SitemapEntry&& entry) {
            ListedUrl listed{.url = entry.url,
                             .expected = entry.is_sitemap ? UrlKind::sitemap : UrlKind::article,
                             .told_modified = seconds_of(entry.modified)};
            if (!entry.is_sitemap) listed.told = told_by(entry);
            listing.urls.push_back(std::move(listed));
          },
      .skip = [](Skip&&) {},
      .warning = [](Skip&&) {},
  };
  if (auto parsed = parse_sitemap(bytes, origin, sink); !parsed) listing.defect = std::move(parsed.error());
  const auto rank = [](const ListedUrl& listed) {
    if (listed.expected != UrlKind::sitemap) return 2;
    return is_news_sitemap(listed.url) ? 0 : 1;
  };
  const auto moment = [](const ListedUrl& listed) {
    return std::max(listed.told_modified, listed.told ? seconds_of(listed.told->published) : 0);
  };
  std::stable_sort(listing.urls.begin(), listing.urls.end(), [&](const ListedUrl& one, const ListedUrl& other) {
    return std::pair(rank(one), -moment(one)) < std::pair(rank(other), -moment(other));
  });
  return listing;
}

Listing read_front_page(std::string_view html, const std::string& url, const std::string& charset,
                        const std::vector<std::string>& robots_sitemaps) {
  Listing listing;
  const PageLinks links = find_page_links(html, {url, charset});
  for (const std::string& feed : links.feeds) {
    if (listing.urls.size() < kMostFeeds) {
      listing.urls.push_back({.url = feed, .expected = UrlKind::feed});
    }
  }
  const auto page = parse_web_url(url);
  const bool is_whole_site = page && page->target == "/";
  if (is_whole_site) add_robots_sitemaps(listing, robots_sitemaps);
  if (!listing.urls.empty()) return listing;
  if (is_whole_site) add_sitemaps(listing, {resolve_web_url(*page, "/sitemap.xml")->text}, true);
  for (const std::string& article : links.articles) listing.urls.push_back({.url = article, .is_guess = true});
  return listing;
}

}  // namespace warta::indexer
