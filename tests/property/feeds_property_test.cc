// Real feeds, where the evaluation data is at hand: what the parsers give against what a plain count of tags says.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sources/feed_parser.h"
#include "indexer/sources/sitemap_parser.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

fs::path feeds_folder() {
  const char* folder = std::getenv("WARTA_DATA");
  const fs::path base = folder != nullptr ? folder : fs::path(WARTA_SOURCE_DIR) / ".." / "shared" / "data";
  return base / "feeds";
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The raw texts of all elements of this name inside of elements `outer`, by nothing but searching.
std::vector<std::string> raw_texts(const std::string& xml, const std::string& outer, const std::string& name) {
  std::vector<std::string> texts;
  for (std::size_t at = xml.find("<" + outer + ">"); at != std::string::npos;
       at = xml.find("<" + outer + ">", at + 1)) {
    const std::size_t end = xml.find("</" + outer + ">", at);
    const std::size_t begin = xml.find("<" + name + ">", at);
    if (begin == std::string::npos || begin > end) continue;
    const std::size_t text = begin + name.size() + 2;
    texts.push_back(xml.substr(text, xml.find("</" + name + ">", text) - text));
  }
  return texts;
}

// RFC 822's "Thu, 03 Jul 2025 12:11:20 +0700", or "GMT", as seconds since the epoch, by sscanf and timegm.
std::int64_t seconds_of_rfc822(const std::string& text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  std::tm time = {};
  char month[4] = {};
  int zone = 0;
  int zone_begin = 0;
  const int read = std::sscanf(text.c_str(), "%*3s, %d %3s %d %d:%d:%d %n%d", &time.tm_mday, month, &time.tm_year,
                               &time.tm_hour, &time.tm_min, &time.tm_sec, &zone_begin, &zone);
  if (read < 6 || (read < 7 && text.substr(static_cast<std::size_t>(zone_begin)) != "GMT")) return -1;
  time.tm_year -= 1900;
  time.tm_mon = static_cast<int>(kMonths.find(month) / 3);
  return timegm(&time) - (zone / 100 * 3600 + zone % 100 * 60);
}

TEST(Feeds, EveryItemComesOnceWithItsTime) {
  if (!fs::is_directory(feeds_folder())) GTEST_SKIP() << feeds_folder() << " is not there: no real feeds to test with";
  std::size_t feeds = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(feeds_folder())) {
    const std::string xml = read(entry.path());
    if (xml.find("<rss") == std::string::npos) continue;
    ++feeds;
    std::vector<std::int64_t> times;
    std::vector<std::string> urls;
    std::size_t complaints = 0;
    const auto complain = [&](Skip&& skip) {
      ++complaints;
      ADD_FAILURE() << skip.place << ": " << skip.reason;
    };
    const auto take = [&](FeedItem&& item) {
      urls.push_back(item.article.url);
      times.push_back(item.article.published ? item.article.published->epoch_seconds : 0);
      EXPECT_FALSE(item.article.title.empty()) << entry.path();
    };
    const Result<void> parsed = parse_feed(xml, entry.path().string(), {take, complain, complain});
    EXPECT_TRUE(parsed) << parsed.error().message;
    std::vector<std::int64_t> expected_times;
    for (const std::string& date : raw_texts(xml, "item", "pubDate")) expected_times.push_back(seconds_of_rfc822(date));
    EXPECT_EQ(times, expected_times) << entry.path();
    EXPECT_EQ(urls, raw_texts(xml, "item", "link")) << entry.path();
  }
  EXPECT_GT(feeds, 0u);
}

TEST(Feeds, TheMalformedOneIsNamed) {
  if (!fs::is_directory(feeds_folder())) GTEST_SKIP() << feeds_folder() << " is not there: no real feeds to test with";
  for (const fs::directory_entry& entry : fs::directory_iterator(feeds_folder())) {
    const std::string name = entry.path().filename();
    if (!name.starts_with("malformed")) continue;
    const auto ignore = [](auto&&) {};
    const Result<void> parsed = parse_feed(read(entry.path()), name, {ignore, ignore, ignore});
    ASSERT_FALSE(parsed) << name;
    EXPECT_THAT(parsed.error().message, testing::StartsWith(name + ":"));
  }
}

TEST(Sitemaps, AreReadWhole) {
  const fs::path path = feeds_folder() / "sitemap.xml";
  if (!fs::exists(path)) GTEST_SKIP() << path << " is not there: no real sitemap to test with";
  const std::string xml = read(path);
  std::vector<std::string> urls;
  std::vector<std::string> dates;
  const auto complain = [](Skip&& skip) { ADD_FAILURE() << skip.place << ": " << skip.reason; };
  const auto take = [&](SitemapEntry&& entry) {
    urls.push_back(entry.url);
    if (entry.modified) dates.push_back(to_iso8601(*entry.modified));
  };
  const Result<void> parsed = parse_sitemap(xml, path.string(), {take, complain, complain});
  EXPECT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(urls, raw_texts(xml, "url", "loc"));
  EXPECT_EQ(dates, raw_texts(xml, "url", "lastmod"));
}

}  // namespace
}  // namespace warta::indexer
