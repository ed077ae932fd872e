#include "indexer/extract/extract_article.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The article as the golden files show it: a line a field, a blank line, the body.
std::string shown(const Result<Article>& article) {
  if (!article) return "refused: " + article.error().message + "\n";
  std::string text;
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string(name) + ": " + value + "\n";
  };
  line("title", article->title);
  line("url", article->url);
  line("published", article->published ? to_iso8601(*article->published) : "");
  line("modified", article->modified ? to_iso8601(*article->modified) : "");
  line("authors", joined_names(article->authors));
  line("source", article->source);
  line("section", article->category);
  line("tags", joined_names(article->tags));
  line("language", article->language);
  for (const auto& [name, value] : article->extra) line(name.c_str(), value);
  return text + "\n" + article->body + "\n";
}

// tests/golden/pages: each NAME.html beside the NAME.txt that is expected of it.
TEST(ExtractArticle, GoldenPages) {
  const fs::path folder = fs::path(WARTA_SOURCE_DIR) / "tests/golden/pages";
  std::size_t pages = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    fs::path expected = entry.path();
    expected.replace_extension(".txt");
    EXPECT_EQ(shown(extract_article(read_file(entry.path()), {})), read_file(expected)) << entry.path().filename();
  }
  EXPECT_GE(pages, 35u);
}

TEST(ExtractArticle, TakesTheHintWhereThePageNamesNoUrl) {
  const std::string page =
      "<title>Judul Berita Hari Ini</title><h1>Judul Berita Hari Ini</h1><p>" + std::string(12, 'a') +
      " dan kalimat pertama yang cukup panjang, sehingga halaman ini memuat sebuah berita, bukan daftar "
      "tautan, dan pembaca mendapat sesuatu untuk dibaca sampai habis sebelum beranjak tidur.</p>";
  const Result<Article> article =
      extract_article(page, {.url = "https://www.contoh.id/2024/05/12/judul-berita", .charset = ""});
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->url, "https://www.contoh.id/2024/05/12/judul-berita");
  EXPECT_EQ(article->source, "contoh.id");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(to_iso8601(*article->published), "2024-05-12");
}

// A page with a title, lines before and after a text of three paragraphs, and a head of the site.
std::string dated_page(const std::string& before, const std::string& after, const std::string& behind = "",
                       const std::string& site_head = "") {
  return "<title>Pasar Ikan Muara Dibuka Lagi</title><header>" + site_head +
         "</header><article><h1>Pasar Ikan Muara Dibuka Lagi</h1>" + before +
         "<p>Pasar ikan di muara dibuka lagi setelah tiga bulan diperbaiki, dan para pedagang menempati lapak yang "
         "lantainya kini dari keramik.</p><p>Kepala pasar mengatakan sewa lapak tidak naik sampai akhir tahun, sebab "
         "pedagang baru saja kehilangan pembeli selama perbaikan.</p><p>Nelayan berharap harga ikan membaik, karena "
         "cuaca di laut membuat tangkapan berkurang sejak awal musim hujan.</p>" +
         after + "</article>" + behind;
}

// The text has dates of its own, the site's head a clock, and readers' comments are dated too.
TEST(ExtractArticle, TakesNoDateOfTheTextForItsOwn) {
  struct Row {
    std::string page;
    const char* published;  // "" for none
    const char* modified;
  };
  const std::string line = "<div>Sari Dewi - Kabar Muara | Senin, 13 Mei 2024 14:30 WIB</div>";
  const std::string past = "<p>Pasar itu pernah terbakar pada Senin, 12 Mei 2008 pukul 14:28 WIB.</p>";
  const Row rows[] = {
      {dated_page(line, past), "2024-05-13T14:30:00+07:00", ""},
      {dated_page("<div>2 jam lalu</div>", past), "", ""},
      {dated_page("<p>Pasar buka lagi Minggu, 11 Februari 2024 pukul 19.00 WIB.</p>", ""), "", ""},
      {dated_page("", "<div>Senin, 13 Mei 2024 | 14:30 WIB</div>"), "2024-05-13T14:30:00+07:00", ""},
      {dated_page("", "<div>Penulis: Sari Dewi, 13 Mei 2024 14:30 WIB</div>"), "2024-05-13T14:30:00+07:00", ""},
      {dated_page("", "", "<div class=comments><p>6 Juni 2024 12:00 WIB</p><p>Semoga ramai!</p></div>"), "", ""},
      {dated_page("", "", "", "<span>Sabtu, 28 November 2026 | 14:00 WIB</span>"), "", ""},
      {dated_page("<div>Diperbarui 6 Februari 2024, 11:00 WIB</div><div>Diterbitkan 5 Februari 2024, 10:15 WIB</div>",
                  ""),
       "2024-02-05T10:15:00+07:00", "2024-02-06T11:00:00+07:00"},
      {dated_page("<div>Update: 6 Februari 2024, 11:00 WIB</div>", ""), "2024-02-06T11:00:00+07:00",
       "2024-02-06T11:00:00+07:00"},
  };
  for (const Row& row : rows) {
    const Result<Article> article = extract_article(row.page, {});
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_EQ(article->published ? to_iso8601(*article->published) : "", row.published) << row.page;
    EXPECT_EQ(article->modified ? to_iso8601(*article->modified) : "", row.modified) << row.page;
  }
}

TEST(ExtractArticle, KeepsSchedulesAndAnnouncements) {
  const Result<Article> article = extract_article(
      dated_page(
          "<div>Sari Dewi - Kabar Muara | Senin, 13 Mei 2024 14:30 WIB</div>",
          "<p>Lelang ikan: Minggu, 19 Mei 2024 pukul 05.00 WIB</p><ul><li>Lomba masak: Senin, 20 Mei 2024 15:30 "
          "WIB</li></ul><p>Semua dimulai Minggu, 19 Mei 2024 05.00 WIB.</p><div>Senin, 13 Mei 2024 14:30 WIB</div>"),
      {});
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->body.find("Sari Dewi"), std::string::npos);
  EXPECT_TRUE(
      article->body.ends_with("musim hujan.\nLelang ikan: Minggu, 19 Mei 2024 pukul 05.00 WIB\nLomba masak: "
                              "Senin, 20 Mei 2024 15:30 WIB\nSemua dimulai Minggu, 19 Mei 2024 05.00 WIB."))
      << article->body;
}

TEST(ExtractArticle, SaysWhatIsNoPage) {
  const std::pair<std::string, const char*> cases[] = {
      {"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a feed or sitemap, not a page"},
      {std::string("\x89PNG\r\n\0\0\0", 9), "no page, but a picture, an archive or another program's data"},
      {"", "no title and no running text"},
  };
  for (const auto& [bytes, reason] : cases) {
    const Result<Article> article = extract_article(bytes, {});
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().message, reason);
  }
}

TEST(ExtractArticle, LetsNoControlIntoATitle) {
  const std::string page = "<h1>Judul \x1B[31m&#27;]0;berita\xE2\x80\xAE ini</h1><p>" + std::string(30, 'a') +
                           " dan kalimat pertama yang cukup panjang, sehingga halaman ini memuat sebuah berita, bukan "
                           "daftar tautan, dan pembaca mendapat sesuatu untuk dibaca sampai habis sebelum tidur.</p>";
  const Result<Article> article = extract_article(page, {});
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, "Judul [31m]0;berita ini");
}

TEST(ExtractArticle, SurvivesAnyBytes) {
  const std::string pages[] = {
      "",
      "<",
      "<html",
      std::string("\0\xFF\xFE", 3),
      "<script type=\"application/ld+json\">{\"@graph\":[{]}</script>",
      "<p>" + std::string(1000, '<'),
      "<table><tr><td><table><tr><p>",
      "</p></div></html><p>teks",
  };
  for (const std::string& page : pages) EXPECT_FALSE(extract_article(page, {})) << page;
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const Result<Article> article = extract_article(deep + "teks", {});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().message, "its elements are nested too deeply");
}

}  // namespace
}  // namespace warta::indexer
