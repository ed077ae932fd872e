#include "indexer/sources/feed_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

using testing::HasSubstr;

struct Parsed {
  std::vector<FeedItem> items;
  std::vector<std::string> skips;
  std::vector<std::string> warnings;
  std::string error;
};

Parsed parse(std::string_view bytes, std::string_view origin = "umpan.xml") {
  Parsed parsed;
  const FeedSink sink{
      .item = [&](FeedItem&& item) { parsed.items.push_back(std::move(item)); },
      .skip = [&](Skip&& skip) { parsed.skips.push_back(skip.place + ": " + skip.reason); },
      .warning = [&](Skip&& skip) { parsed.warnings.push_back(skip.place + ": " + skip.reason); },
  };
  const Result<void> result = parse_feed(bytes, origin, sink);
  if (!result) parsed.error = result.error().message;
  return parsed;
}

// An RSS 2.0 feed with one item of these elements.
std::string rss(const std::string& elements) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel><title>Warta Kita</title>"
         "<link>https://kita.example/</link><language>id-ID</language>\n<item>" +
         elements + "</item></channel></rss>";
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "Petani menjual gabah kering dengan harga wajar. ";
  return text;
}

TEST(FeedParser, ReadsAnRssItem) {
  const Parsed parsed = parse(rss(
      "<title>Harga Beras Turun &amp;amp; Stok Aman</title><link>https://kita.example/harga?utm_source=rss</link>"
      "<guid>17</guid><pubDate>Thu, 03 Jul 2025 12:11:20 +0700</pubDate><dc:creator>Sari Dewi, Budi</dc:creator>"
      "<category>Ekonomi</category><category><![CDATA[Pangan]]></category><description>Stok &lt;b&gt;beras&lt;/b&gt; "
      "di gudang cukup.</description>"));
  ASSERT_EQ(parsed.items.size(), 1u) << parsed.error;
  const Article& article = parsed.items[0].article;
  EXPECT_EQ(article.title, "Harga Beras Turun & Stok Aman");
  EXPECT_EQ(article.url, "https://kita.example/harga");
  EXPECT_EQ(article.id, "") << "a place in the feed is no name";
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso8601(*article.published), "2025-07-03T12:11:20+07:00");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Sari Dewi", "Budi"}));
  EXPECT_EQ(article.category, "Ekonomi");
  EXPECT_EQ(article.tags, std::vector<std::string>{"Pangan"});
  EXPECT_EQ(article.language, "id");
  EXPECT_EQ(article.source, "kita.example");
  EXPECT_EQ(article.body, "Stok beras di gudang cukup.");
  EXPECT_FALSE(parsed.items[0].has_full_text);
  EXPECT_TRUE(parsed.warnings.empty());
}

TEST(FeedParser, TakesTheFullTextWhereTheFeedCarriesIt) {
  struct Row {
    std::string content;
    bool is_full;
  };
  const Row rows[] = {
      {"<p>" + long_text() + "</p><p>Paragraf kedua berakhir di sini.</p>", true},
      {"<p>" + long_text() + " [&#8230;]</p>", false},
      {"<p>Hanya sebuah kalimat pendek saja.</p>", false},
  };
  for (const Row& row : rows) {
    const Parsed parsed =
        parse(rss("<title>Gabah</title><description>Ringkas.</description><content:encoded><![CDATA[" + row.content +
                  "]]></content:encoded>"));
    ASSERT_EQ(parsed.items.size(), 1u) << parsed.error;
    EXPECT_EQ(parsed.items[0].has_full_text, row.is_full) << row.content;
    EXPECT_THAT(parsed.items[0].article.body, testing::Not(HasSubstr("Ringkas")));
  }
  const Parsed parsed = parse(rss("<content:encoded><![CDATA[" + rows[0].content + "]]></content:encoded>"));
  ASSERT_EQ(parsed.items.size(), 1u);
  EXPECT_THAT(parsed.items[0].article.body, testing::EndsWith("\nParagraf kedua berakhir di sini."));
}

TEST(FeedParser, ReadsItsKindsAlike) {
  struct Row {
    const char* name;
    const char* bytes;
  };
  const Row rows[] = {
      {"RSS 1.0",
       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
       "xmlns:d='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://kita.example/'><title>Kita</title>"
       "</channel><item rdf:about='https://kita.example/a/1'><title>Banjir Surut</title>"
       "<link>https://kita.example/a/1</link><d:date>2025-07-03T05:11:20Z</d:date><d:creator>Sari</d:creator>"
       "<description>Air kembali ke sungai.</description></item></rdf:RDF>"},
      {"Atom",
       "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://kita.example/a/'><title>Kita</title><entry>"
       "<title type='html'>Banjir &lt;i&gt;Surut&lt;/i&gt;</title><link rel='edit' href='../sunting/1'/>"
       "<link href='1'/><id>urn:x:1</id><published>2025-07-03T05:11:20Z</published><author><name>Sari</name>"
       "<email>s@kita.example</email></author><summary>Air kembali ke sungai.</summary></entry></feed>"},
      {"Atom, XHTML, with a prefix",
       "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:link href='https://kita.example/'/><a:author><a:name>Sari"
       "</a:name></a:author><a:entry><a:title>Banjir Surut</a:title><a:link rel='alternate' "
       "href='https://kita.example/a/1'/><a:published>2025-07-03T05:11:20Z</a:published><a:content type='xhtml'>"
       "<div xmlns='http://www.w3.org/1999/xhtml'><p>Air kembali ke sungai.</p></div></a:content></a:entry></a:feed>"},
      {"JSON Feed",
       R"({"version": "https://jsonfeed.org/version/1.1", "title": "Kita", "home_page_url": "https://kita.example/",
           "items": [{"id": "1", "url": "/a/1", "title": "Banjir Surut", "authors": [{"name": "Sari"}],
           "date_published": "2025-07-03T05:11:20Z", "content_html": "<p>Air kembali ke sungai.</p>"}]})"},
      {"RSS 0.91 with a document type",
       "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD\" \"http://dtd.example/rss.dtd\" [<!ENTITY % HTMLlat1 SYSTEM \"x\">]>\n"
       "<rss version='0.91'><channel><item><title>Banjir&nbsp;Surut</title><link>https://kita.example/a/1</link>"
       "<author>sari@kita.example (Sari)</author><pubDate>Thu, 03 Jul 2025 05:11:20 GMT</pubDate>"
       "<description>Air kembali ke sungai.</description></item></channel></rss>"},
  };
  for (const Row& row : rows) {
    const Parsed parsed = parse(row.bytes);
    EXPECT_EQ(parsed.error, "") << row.name;
    ASSERT_EQ(parsed.items.size(), 1u) << row.name;
    const Article& article = parsed.items[0].article;
    EXPECT_EQ(article.title, "Banjir Surut") << row.name;
    EXPECT_EQ(article.url, "https://kita.example/a/1") << row.name;
    EXPECT_EQ(article.body, "Air kembali ke sungai.") << row.name;
    EXPECT_EQ(article.authors, std::vector<std::string>{"Sari"}) << row.name;
    ASSERT_TRUE(article.published) << row.name;
    EXPECT_EQ(article.published->epoch_seconds, 1751519480) << row.name;
  }
}

TEST(FeedParser, CompletesRelativeLinksByTheAddressOfTheFeed) {
  const Parsed parsed = parse("<rss><channel><item><title>A</title><link>/a/1</link></item></channel></rss>",
                              "https://kita.example/rss/semua.xml");
  ASSERT_EQ(parsed.items.size(), 1u);
  EXPECT_EQ(parsed.items[0].article.url, "https://kita.example/a/1");
  for (const char* link : {"/a/harga beras", "../a/harga beras", "/a/harga%20beras"}) {
    const Parsed spaced =
        parse("<rss><channel><item><title>A</title><link>" + std::string(link) + "</link></item></channel></rss>",
              "https://kita.example/rss/semua.xml");
    ASSERT_EQ(spaced.items.size(), 1u) << link;
    EXPECT_EQ(spaced.items[0].article.url, "https://kita.example/a/harga%20beras") << link;
  }
  const Parsed accented =
      parse("<rss><channel><item><title>A</title><link>/a/caf\xC3\xA9</link></item></channel></rss>",
            "https://kita.example/rss/semua.xml");
  ASSERT_EQ(accented.items.size(), 1u);
  EXPECT_EQ(accented.items[0].article.url, "https://kita.example/a/caf%c3%a9");
  const Parsed by_channel = parse(rss("<title>A</title><link>/a/1</link>"));
  ASSERT_EQ(by_channel.items.size(), 1u);
  EXPECT_EQ(by_channel.items[0].article.url, "https://kita.example/a/1");
}

TEST(FeedParser, KeepsWhatComesBeforeADefect) {
  struct Row {
    const char* name;
    std::string tail;
    const char* error;
  };
  const Row rows[] = {
      {"cut off", "<item><title>Dua</tit", "umpan.xml:3: broken XML: "},
      {"wrong end tag", "<item><title>Dua</item></channel></rss>", "umpan.xml:3: broken XML: "},
      {"nothing after the items", "", "umpan.xml:3: broken XML: "},
  };
  for (const Row& row : rows) {
    const Parsed parsed = parse("<rss><channel>\n<item><title>Satu</title></item>\n" + row.tail);
    ASSERT_EQ(parsed.items.size(), 1u) << row.name;
    EXPECT_EQ(parsed.items[0].article.title, "Satu");
    EXPECT_THAT(parsed.error, testing::StartsWith(row.error)) << row.name;
  }
}

TEST(FeedParser, RefusesWhatIsNoFeed) {
  struct Row {
    const char* bytes;
    const char* error;
  };
  const Row rows[] = {
      {"", "umpan.xml:1: broken XML: the document is empty"},
      {"\n", "umpan.xml:1: broken XML: the document is empty"},
      {"<halo/>", "umpan.xml: this is no feed"},
      {"Halo", "umpan.xml:1: broken XML: "},
      {R"({"version": "https://jsonfeed.org/version/1", "items": [)", "umpan.xml: broken JSON at byte "},
  };
  for (const Row& row : rows) EXPECT_THAT(parse(row.bytes).error, testing::StartsWith(row.error)) << row.bytes;
}

TEST(FeedParser, ABadItemCostsThatItem) {
  const Parsed parsed = parse(
      "<rss><channel>\n<item><title>Satu</title><pubDate>31 Feb 2025</pubDate></item>\n<item><link>https://a.example/"
      "</link></item>\n<item><title>Tiga</title><link>ftp://a.example/</link></item>\n</channel></rss>");
  ASSERT_EQ(parsed.items.size(), 2u);
  EXPECT_FALSE(parsed.items[0].article.published);
  EXPECT_EQ(parsed.items[1].article.url, "");
  ASSERT_EQ(parsed.skips.size(), 1u);
  EXPECT_EQ(parsed.skips[0], "umpan.xml:3: neither a title nor a body");
  ASSERT_EQ(parsed.warnings.size(), 2u);
  EXPECT_THAT(parsed.warnings[0], testing::StartsWith("umpan.xml:2: \"31 Feb 2025\" names a date"));
  EXPECT_EQ(parsed.warnings[1], "umpan.xml:4: \"ftp://a.example/\" is no http or https address");
}

TEST(FeedParser, ForgivesWhatFeedReadersForgive) {
  const Parsed parsed = parse(
      "\n <?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Tanah & Air \x01 &rsquo;"
      "</title><link>https://a.example/?a=1&b=2</link><description>Caf\xE9 "
      "ramai.</description></item></channel></rss>");
  ASSERT_EQ(parsed.items.size(), 1u) << parsed.error;
  EXPECT_EQ(parsed.items[0].article.title, "Tanah & Air \xE2\x80\x99");
  EXPECT_EQ(parsed.items[0].article.url, "https://a.example/?a=1&b=2");
  EXPECT_EQ(parsed.items[0].article.body, "Caf\xC3\xA9 ramai.");
  EXPECT_EQ(parsed.warnings.size(), 1u);
}

TEST(FeedParser, NeverExpandsEntitiesOfTheDocument) {
  std::string laughs = "<?xml version='1.0'?>\n<!DOCTYPE rss [\n<!ENTITY a \"ha\">\n";
  for (char name = 'b'; name < 'k'; ++name) {
    laughs += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(name - 1) + ";";
    laughs += "\">\n";
  }
  laughs += "]>\n<rss><channel>\n<item><title>Satu</title></item>\n<item><title>&j;</title></item></channel></rss>";
  const Parsed parsed = parse(laughs);
  EXPECT_EQ(parsed.items.size(), 1u) << "items before the entity are kept";
  EXPECT_THAT(parsed.error, HasSubstr("umpan.xml:16: broken XML: the document declares the entity \"j\" itself"));
  const Parsed file = parse(
      "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&f;</title></item>"
      "</channel></rss>");
  EXPECT_TRUE(file.items.empty());
  EXPECT_THAT(file.error, HasSubstr("entity \"f\""));
}

TEST(FeedParser, PrintsNothingItself) {
  testing::internal::CaptureStderr();
  parse("<rss><x:y></rss>");
  parse("<?xml version='1.0' encoding='tiada'?><rss>&#0;</rss>");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace warta::indexer
