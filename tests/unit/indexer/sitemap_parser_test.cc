#include "indexer/sources/sitemap_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

struct Parsed {
  std::vector<std::string> entries;  // "url modified published title", "-" for what is missing, '*' before sitemaps
  std::vector<std::string> skips;
  std::vector<std::string> warnings;
  std::string error;
};

std::string shown(const SitemapEntry& entry) {
  const auto time = [](const std::optional<Timestamp>& timestamp) {
    return timestamp ? to_iso8601(*timestamp) : std::string("-");
  };
  return (entry.is_sitemap ? "*" : "") + entry.url + " " + time(entry.modified) + " " + time(entry.published) + " " +
         (entry.title.empty() ? "-" : entry.title);
}

Parsed parse(std::string_view bytes, std::string_view origin = "peta.xml") {
  Parsed parsed;
  const SitemapSink sink{
      .entry = [&](SitemapEntry&& entry) { parsed.entries.push_back(shown(entry)); },
      .skip = [&](Skip&& skip) { parsed.skips.push_back(skip.place + ": " + skip.reason); },
      .warning = [&](Skip&& skip) { parsed.warnings.push_back(skip.place + ": " + skip.reason); },
  };
  const Result<void> result = parse_sitemap(bytes, origin, sink);
  if (!result) parsed.error = result.error().message;
  return parsed;
}

TEST(SitemapParser, ReadsEveryKind) {
  struct Row {
    const char* bytes;
    std::vector<std::string> entries;
  };
  const Row rows[] = {
      {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/1?x=1&amp;y=2</loc>"
       "<lastmod>2026-08-17</lastmod><priority>0.8</priority></url><url><loc>\n https://a.example/2 \n</loc></url>"
       "</urlset>",
       {"https://a.example/1?x=1&y=2 2026-08-17 - -", "https://a.example/2 - - -"}},
      {"<sitemapindex><sitemap><loc>https://a.example/berita.xml.gz</loc><lastmod>2025-07-03T12:11:20+07:00</lastmod>"
       "</sitemap></sitemapindex>",
       {"*https://a.example/berita.xml.gz 2025-07-03T12:11:20+07:00 - -"}},
      {"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' "
       "xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'><url><loc>https://a.example/1</loc><n:news>"
       "<n:publication><n:name>A</n:name><n:language>id</n:language></n:publication><n:publication_date>"
       "2025-07-03T05:11:20Z</n:publication_date><n:title>Gabah &amp;amp; Beras</n:title></n:news><image:image>"
       "<image:loc>https://a.example/x.jpg</image:loc></image:image></url></urlset>",
       {"https://a.example/1 - 2025-07-03T05:11:20+00:00 Gabah & Beras"}},
      {"https://a.example/1\r\n\r\nhttps://a.example/2\n", {"https://a.example/1 - - -", "https://a.example/2 - - -"}},
      {"<urlset></urlset>", {}},
  };
  for (const Row& row : rows) {
    const Parsed parsed = parse(row.bytes);
    EXPECT_EQ(parsed.error, "") << row.bytes;
    EXPECT_EQ(parsed.entries, row.entries) << row.bytes;
  }
}

TEST(SitemapParser, NamesWhatIsWrongAndGoesOn) {
  const Parsed parsed = parse(
      "<urlset>\n<url><loc>mailto:a@b.example</loc></url>\n<url><loc>https://a.example/1</loc><lastmod>kapan</lastmod>"
      "</url>\n<url></url>\n<url><loc>https://a.example/2</loc></url>\n<url><loc>https://a.ex");
  EXPECT_EQ(parsed.entries, (std::vector<std::string>{"https://a.example/1 - - -", "https://a.example/2 - - -"}));
  EXPECT_EQ(parsed.skips, (std::vector<std::string>{"peta.xml:2: \"mailto:a@b.example\" is no http or https address",
                                                    "peta.xml:4: \"\" is no http or https address"}));
  ASSERT_EQ(parsed.warnings.size(), 1u);
  EXPECT_THAT(parsed.warnings[0], testing::StartsWith("peta.xml:3: \"kapan\""));
  EXPECT_THAT(parsed.error, testing::StartsWith("peta.xml:6: broken XML: "));
}

TEST(SitemapParser, RefusesWhatIsNone) {
  EXPECT_EQ(parse("<rss/>").error, "peta.xml: this is no sitemap");
  EXPECT_THAT(parse("").error, testing::StartsWith("peta.xml:1: broken XML: the document is empty"));
  EXPECT_THAT(parse("Bukan alamat\n").error, testing::StartsWith("peta.xml:1: broken XML: "));
}

}  // namespace
}  // namespace warta::indexer
