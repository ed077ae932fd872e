#include "indexer/sources/table_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/read_sources.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;

// "title|body" of each article.
std::vector<std::string> texts(const Gathered& gathered) {
  std::vector<std::string> out;
  for (const Article& article : gathered.articles) out.push_back(article.title + "|" + article.body);
  return out;
}

TEST(TableParser, ReadsTheShapesOfTables) {
  struct Row {
    const char* what;
    const char* bytes;
    std::vector<std::string> articles;
  };
  const Row rows[] = {
      {"commas", "judul,isi\nA,b\nC,d\n", {"A|b", "C|d"}},
      {"semicolons, CRLF, a byte order mark", "\xEF\xBB\xBFjudul;isi\r\nA, ya;b\r\n", {"A, ya|b"}},
      {"tabs", "title\tcontent\nA, ya\tb; c\n", {"A, ya|b; c"}},
      {"quotes, line ends inside of them", "judul,isi\n\"A, \"\"ya\"\"\",\"b\nc\"\n", {"A, \"ya\"|b\nc"}},
      {"a quote that is text", "judul\tisi\n\"Siap,\" katanya\tb\nC\td\n", {"\"Siap,\" katanya|b", "C|d"}},
      {"no line end at the end", "judul,isi\nA,b", {"A|b"}},
      {"blank lines", "judul,isi\n\nA,b\n\n", {"A|b"}},
      {"row numbers of data frames", ",Unnamed: 0,judul,isi\n0,0,A,b\n", {"A|b"}},
      {"missing values", "judul,isi,penulis\nA,nan,NaN\n", {"A|"}},
      {"a header of any case", "Judul_Berita,Isi Berita\nA,b\n", {"A|b"}},
      {"line ends of old spreadsheets", "judul,isi\rA,\"b\rc\"\rD,e\r", {"A|b\nc", "D|e"}},
      {"Excel's line for the delimiter", "sep=;\r\njudul;isi\r\nA, ya;b\r\n", {"A, ya|b"}},
      {"the same in quotes, after a mark", "\xEF\xBB\xBF\"sep=,\"\njudul,isi\nA,b\n", {"A|b"}},
      {"a header without rows", "sep=;\n\njudul;isi", {}},
      {"blank lines before the header", "\n \r\n,,\njudul,isi\nA,b\n", {"A|b"}},
      {"windows-1252", "judul,isi\nCaf\xE9,b\n", {"Caf\xC3\xA9|b"}},
  };
  for (const Row& row : rows) {
    const Gathered gathered = read_bytes("t.csv", row.bytes);
    EXPECT_EQ(texts(gathered), row.articles) << row.what;
    EXPECT_TRUE(gathered.complaints.empty()) << row.what << ": " << gathered.complaints.front();
  }
}

TEST(TableParser, FindsColumnsByName) {
  const Gathered gathered = read_bytes(
      "t.csv",
      "tanggal,headline,artikel,link,penulis,portal,topik,kategori,hits\n"
      "12 Mei 2024 10.30 WIB,A,b,https://a.example/1,\"Sari, Budi\",Kabar,\"['beras', 'gabah']\",Ekonomi,17\n");
  ASSERT_EQ(gathered.articles.size(), 1u);
  const Article& article = gathered.articles[0];
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso8601(*article.published), "2024-05-12T10:30:00+07:00");
  EXPECT_EQ(article.url, "https://a.example/1");
  EXPECT_THAT(article.authors, ElementsAre("Sari", "Budi"));
  EXPECT_EQ(article.source, "Kabar");
  EXPECT_THAT(article.tags, ElementsAre("beras", "gabah"));
  EXPECT_EQ(article.category, "Ekonomi");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("hits", "\"17\"")));
}

TEST(TableParser, NamesBadRowsByLineAndGoesOn) {
  const Gathered gathered = read_bytes("t.csv", "judul,isi,tanggal\n\"A\nb\",c,\nD\nE,f,31/02/2024\n,,\nG,h,\n");
  EXPECT_EQ(texts(gathered), (std::vector<std::string>{"A\nb|c", "E|f", "G|h"}));
  EXPECT_THAT(gathered.complaints,
              ElementsAre("FILE:4: 1 fields where the header has 3",
                          "FILE:5: field \"tanggal\": \"31/02/2024\" names a date or time that does not exist",
                          "FILE:6: neither a title nor a body"));
}

TEST(TableParser, EndsARowWhoseQuoteIsNeverClosedWithItsLine) {
  const Gathered gathered = read_bytes("t.csv",
                                       "id,judul,isi\n"
                                       "1,\"Satu, ya\",\"b\nc\"\n"
                                       "2,Dua,\"tidak ditutup, \"\"kata\"\" dia\n"
                                       "3,\"Tiga tidak ditutup,d\n"
                                       "4,Empat,\"e\"\n"
                                       "5,Lima,\"tidak, ditutup\n"
                                       "6,Enam,f\n");
  EXPECT_EQ(texts(gathered),
            (std::vector<std::string>{"Satu, ya|b\nc", "Dua|tidak ditutup, \"kata\" dia", "Tiga tidak ditutup|d",
                                      "Empat|e", "Lima|tidak, ditutup", "Enam|f"}));
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:4: a quote is never closed: the row ends with its line",
                                               "FILE:5: a quote is never closed: the row ends with its line",
                                               "FILE:7: a quote is never closed: the row ends with its line"));
}

TEST(TableParser, LosesOneRowToAQuoteThatIsNeverClosedInALongTable) {
  std::string table = "judul,isi\nJ,\"x\n";
  const std::string text(1000, 'x');
  for (int i = 0; i < 5000; ++i) table += "J" + std::to_string(i) + "," + text + "\n";
  const Gathered gathered = read_bytes("t.csv", table, {.max_article_bytes = 2000000});
  EXPECT_EQ(gathered.articles.size(), 5001u);
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:2: a quote is never closed: the row ends with its line"));
}

// Text as UTF-16.
std::string utf16(std::u16string_view text, bool is_big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += is_big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

TEST(RecodedSource, ReadsRecordsInUtf16) {
  for (const std::u16string mark : {u"\xFEFF", u""}) {
    for (const bool is_big_endian : {false, true}) {
      const auto read = [&](const char* name, const char16_t* text) {
        return texts(read_bytes(name, utf16(mark + text, is_big_endian)));
      };
      EXPECT_THAT(read("t.txt", u"judul\tisi\r\n\x201CS\xE9\x201D \xD83D\xDE00 \xDC00\tb\r\n"),
                  ElementsAre("\xE2\x80\x9CS\xC3\xA9\xE2\x80\x9D \xF0\x9F\x98\x80 \xEF\xBF\xBD|b"));
      EXPECT_THAT(read("t.jsonl", u"{\"title\":\"A\"}\n{\"title\":\"B\"}\n"), ElementsAre("A|", "B|"));
      EXPECT_THAT(read("t", u"[{\"title\":\"A\"}]"), ElementsAre("A|"));
      EXPECT_THAT(read("t.trec", u"<DOC>\n<DOCNO>1</DOCNO><TITLE>A</TITLE>\n<TEXT>b</TEXT></DOC>\n"),
                  ElementsAre("A|b"));
      EXPECT_THAT(read("t.txt", u"Harga beras naik\n\nHarga beras di pasar naik sejak Senin."),
                  ElementsAre("Harga beras naik|Harga beras di pasar naik sejak Senin."));
      EXPECT_THAT(read("t.xml",
                       u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<rss><channel><item><title>A</title>"
                       u"<description>b</description></item></channel></rss>"),
                  ElementsAre("A|b"));
    }
  }
}

TEST(RecodedSource, ReadsUtf16OfAnyLength) {
  std::u16string long_table = u"\xFEFFjudul,isi\n";
  for (int i = 0; i < 30000; ++i)
    long_table +=
        u"J,\x201C"
        u"b\xD83D\xDE00\n";
  const Gathered rows = read_bytes("t.csv", utf16(long_table, false) + "x");
  EXPECT_EQ(rows.articles.size(), 30000u);
  EXPECT_EQ(rows.articles.back().body,
            "\xE2\x80\x9C"
            "b\xF0\x9F\x98\x80");
  EXPECT_THAT(rows.complaints, ElementsAre("FILE:30002: 1 fields where the header has 2"));
}

TEST(TableParser, RefusesATableWithoutTitleAndText) {
  const Gathered gathered = read_bytes("t.csv", "nama,umur\nSari,30\n");
  EXPECT_TRUE(gathered.articles.empty());
  ASSERT_EQ(gathered.complaints.size(), 1u);
  EXPECT_THAT(gathered.complaints[0], testing::StartsWith("FILE: no column of the table is a title or a text"));
}

TEST(TableParser, CutsLongTablesBetweenRows) {
  std::string table = "judul,isi\n";
  const std::string text(1000, 'x');
  for (int i = 0; i < 5000; ++i) table += "J" + std::to_string(i) + ",\"baris satu\n" + text + "\"\n";
  table += "rusak\n";
  const Gathered gathered = read_bytes("t.csv", table);
  EXPECT_EQ(gathered.articles.size(), 5000u);
  EXPECT_GT(gathered.chunks, 2u);
  EXPECT_EQ(gathered.articles.back().title, "J4999");
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:10002: 1 fields where the header has 2"));
}

TEST(TableParser, PassesOverARowWithoutEnd) {
  const std::string long_field(300000, 'x');
  const Gathered gathered =
      read_bytes("t.csv", "judul,isi\nA,b\nC,\"" + long_field + "\"\nE,f\n", {.max_article_bytes = 100000});
  EXPECT_EQ(texts(gathered), (std::vector<std::string>{"A|b", "E|f"}));
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:3: longer than 100000 bytes"));
}

}  // namespace
}  // namespace warta::indexer
