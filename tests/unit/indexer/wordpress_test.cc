#include "indexer/sources/wordpress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/read_sources.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;

constexpr const char* kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- This is a WordPress eXtended RSS file -->\n"
    "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\"\n"
    " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n<title>Kabar Desa</title>\n"
    "<link>https://desa.example</link>\n<language>id</language>\n"
    "<wp:author><wp:author_login><![CDATA[sari]]></wp:author_login>"
    "<wp:author_display_name><![CDATA[Sari Dewi]]></wp:author_display_name></wp:author>\n";

std::string item(const std::string& elements) {
  return "<item>\n<title>Panen Raya</title>\n<link>https://desa.example/panen/</link>\n" + elements + "</item>\n";
}

std::string state(const std::string& type, const std::string& status) {
  return "<wp:post_id>7</wp:post_id><wp:status><![CDATA[" + status + "]]></wp:status><wp:post_type><![CDATA[" + type +
         "]]></wp:post_type>\n";
}

TEST(WordPressExport, GivesItsPublishedPosts) {
  const std::string post = item(
      "<pubDate>Thu, 03 Jul 2025 05:11:20 +0000</pubDate><dc:creator><![CDATA[sari]]></dc:creator>"
      "<content:encoded><![CDATA[<!-- wp:paragraph -->\n<p>Petani memulai panen raya pekan ini.</p>\n"
      "<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Harga gabah bertahan di tingkat petani.</p>\n"
      "<!-- /wp:paragraph -->]]></content:encoded><excerpt:encoded><![CDATA[Ringkas.]]></excerpt:encoded>"
      "<wp:post_date><![CDATA[2025-07-03 12:11:20]]></wp:post_date>"
      "<wp:post_date_gmt><![CDATA[2025-07-03 05:11:20]]></wp:post_date_gmt>"
      "<wp:post_modified_gmt><![CDATA[0000-00-00 00:00:00]]></wp:post_modified_gmt>"
      "<category domain=\"post_tag\" nicename=\"gabah\"><![CDATA[Gabah]]></category>"
      "<category domain=\"category\" nicename=\"tani\"><![CDATA[Pertanian]]></category>" +
      state("post", "publish"));
  const Gathered gathered =
      read_bytes("desa.xml", kHead + post + item(state("post", "draft")) + item(state("page", "publish")) +
                                 item(state("attachment", "inherit")) + "</channel>\n</rss>\n");
  EXPECT_TRUE(gathered.complaints.empty()) << gathered.complaints.front();
  ASSERT_EQ(gathered.articles.size(), 1u);
  const Article& article = gathered.articles[0];
  EXPECT_EQ(article.title, "Panen Raya");
  EXPECT_EQ(article.url, "https://desa.example/panen/");
  EXPECT_EQ(article.body, "Petani memulai panen raya pekan ini.\nHarga gabah bertahan di tingkat petani.");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->epoch_seconds, 1751519480);
  EXPECT_FALSE(article.modified);
  EXPECT_THAT(article.authors, ElementsAre("Sari Dewi"));
  EXPECT_EQ(article.category, "Pertanian");
  EXPECT_THAT(article.tags, ElementsAre("Gabah"));
}

TEST(WordPressExport, IsStreamed) {
  std::string text = kHead;
  const std::string content = "<content:encoded><![CDATA[" + std::string(2000, 'x') + " </item> ]]></content:encoded>";
  for (int i = 0; i < 2000; ++i) {
    text += "<item>\n<title>J" + std::to_string(i) + "</title>" + content + state("post", "publish") + "</item>\n";
  }
  const Gathered gathered = read_bytes("desa.xml", text + "<item><title>putus");
  EXPECT_EQ(gathered.articles.size(), 2000u);
  EXPECT_GT(gathered.chunks, 2u);
  ASSERT_EQ(gathered.complaints.size(), 1u);
  EXPECT_THAT(gathered.complaints[0], testing::StartsWith("FILE:6011: broken XML: "));
}

TEST(HtmlOfWordPress, RemovesShortcodesAndKeepsText) {
  struct Row {
    const char* content;
    const char* html;
  };
  const Row rows[] = {
      {"<p>Satu</p>\n<p>Dua</p>", "<p>Satu</p>\n<p>Dua</p>"},
      {"Satu\n\nDua", "Satu<br>\n<br>\nDua"},
      {"[caption id=\"x\" width=\"3\"]<img> Foto[/caption]Satu", "Satu"},
      {"[gallery ids=\"1,2\"]Satu", "Satu"},
      {"[embed]https://video.example/1[/embed]Satu", "Satu"},
      {"[dropcap]S[/dropcap]atu", "Satu"},
      {"[row lebar=\"2\"]Satu[/row]", "Satu"},
      {"Dia berkata [sic] begitu [...] [1]", "Dia berkata [sic] begitu [...] [1]"},
      {"[", "["},
  };
  for (const Row& row : rows) EXPECT_EQ(html_of_wordpress(row.content), row.html) << row.content;
}

}  // namespace
}  // namespace warta::indexer
