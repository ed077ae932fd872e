#include "indexer/sources/trec_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/read_sources.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;

TEST(TrecParser, ReadsDocuments) {
  struct Row {
    const char* what;
    const char* elements;
    const char* title;
    const char* body;
  };
  const Row rows[] = {
      {"title and text", "<TITLE>Harga &amp; Stok</TITLE>\n<TEXT>\nSatu.\n\nDua &lt; tiga.\n</TEXT>", "Harga & Stok",
       "Satu.\nDua < tiga."},
      {"wrapped lines", "<HEAD>A</HEAD><TEXT>\nBaris satu\nbaris dua.\n\nParagraf dua\nberlanjut.</TEXT>", "A",
       "Baris satu baris dua.\nParagraf dua berlanjut."},
      {"indented paragraphs", "<HL>A</HL><TEXT>\n   Satu\nlanjut.\n   Dua.\n</TEXT>", "A", "Satu lanjut.\nDua."},
      {"a line each", "<headline>A</headline><text>Satu.\nDua.</text>", "A", "Satu.\nDua."},
      {"several texts", "<TITLE>A</TITLE><TEXT>Satu.</TEXT><TEXT>Dua.</TEXT>", "A", "Satu.\nDua."},
      {"paragraph marks", "<TITLE>A</TITLE><TEXT><P>Satu kalimat yang\nberlanjut.</P><P>Dua kalimat.</P></TEXT>", "A",
       "Satu kalimat yang berlanjut.\nDua kalimat."},
      {"an element that does not end", "<TITLE>A</TITLE><TEXT>Satu.\n", "A", "Satu."},
  };
  for (const Row& row : rows) {
    const Gathered gathered = read_bytes("a", std::string("<DOC>\n<DOCNO> X-1 </DOCNO>\n") + row.elements + "</DOC>\n");
    ASSERT_EQ(gathered.articles.size(), 1u) << row.what;
    EXPECT_EQ(gathered.articles[0].id, "X-1") << row.what;
    EXPECT_EQ(gathered.articles[0].title, row.title) << row.what;
    EXPECT_EQ(gathered.articles[0].body, row.body) << row.what;
    EXPECT_TRUE(gathered.complaints.empty()) << row.what;
  }
}

TEST(TrecParser, TakesFurtherElements) {
  const Gathered gathered =
      read_bytes("a.trec",
                 "<DOC><DOCNO>1</DOCNO><DATE>12 Mei 2024</DATE><AUTHOR>Sari</AUTHOR><URL>https://a.example/1</URL>"
                 "<HEADLINE>A</HEADLINE><PAGE>7</PAGE></DOC>");
  ASSERT_EQ(gathered.articles.size(), 1u);
  const Article& article = gathered.articles[0];
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso8601(*article.published), "2024-05-12");
  EXPECT_THAT(article.authors, ElementsAre("Sari"));
  EXPECT_EQ(article.url, "https://a.example/1");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("page", "\"7\"")));
}

TEST(TrecParser, NamesBadDocumentsByLineAndGoesOn) {
  const Gathered gathered = read_bytes(
      "a.trec",
      "<DOC><TITLE>A</TITLE></DOC>\n<DOC>\n<TITLE>B</TITLE>\n<DOC><TITLE>C</TITLE></DOC>\n<DOC></DOC>\n<DOC>x");
  ASSERT_EQ(gathered.articles.size(), 2u);
  EXPECT_EQ(gathered.articles[1].title, "C");
  EXPECT_THAT(gathered.complaints,
              ElementsAre("FILE:2: the document does not end before the next", "FILE:5: neither a title nor a body",
                          "FILE:6: the document does not end"));
}

}  // namespace
}  // namespace warta::indexer
