#include "indexer/sources/jsonl_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace warta::indexer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Outcome {
  std::vector<Article> articles;
  std::vector<std::string> skips;
  std::vector<std::string> warnings;
};

Outcome parse(const std::string& lines, std::uint64_t first_line = 1) {
  Chunk chunk;
  chunk.origin = "berita.jsonl";
  chunk.first_line = first_line;
  chunk.bytes = lines;
  Outcome outcome;
  ParsedSink sink;
  sink.article = [&](Article&& article) { outcome.articles.push_back(std::move(article)); };
  sink.skip = [&](Skip&& skip) { outcome.skips.push_back(skip.place + ": " + skip.reason); };
  sink.warning = [&](Skip&& skip) { outcome.warnings.push_back(skip.place + ": " + skip.reason); };
  parse_chunk(chunk, {}, sink);
  return outcome;
}

Article parse_one(const std::string& line) {
  const Outcome outcome = parse(line);
  EXPECT_THAT(outcome.warnings, IsEmpty()) << line;
  EXPECT_THAT(outcome.skips, IsEmpty()) << line;
  return outcome.articles.empty() ? Article() : outcome.articles.front();
}

TEST(JsonlParser, ReadsEveryField) {
  const Article article = parse_one(
      R"({"id":"7","url":"https://www.contoh.id/a?utm_source=x","title":"Judul","body":"Satu.\nDua.",)"
      R"("published":"2024-05-12T14:30:00+07:00","modified":"2024-05-13","authors":["Sari, S.H.","Budi"],)"
      R"("source":"contoh.id","category":"Ekonomi","tags":["beras","bulog"],"language":"id","kata":4,"foto":{"a":[1,2]}})");
  EXPECT_EQ(article.id, "7");
  EXPECT_EQ(article.url, "https://www.contoh.id/a");
  EXPECT_EQ(article.title, "Judul");
  EXPECT_EQ(article.body, "Satu.\nDua.");
  EXPECT_EQ(to_iso8601(*article.published), "2024-05-12T14:30:00+07:00");
  EXPECT_EQ(to_iso8601(*article.modified), "2024-05-13");
  EXPECT_THAT(article.authors, ElementsAre("Sari, S.H.", "Budi"));
  EXPECT_EQ(article.source, "contoh.id");
  EXPECT_EQ(article.category, "Ekonomi");
  EXPECT_THAT(article.tags, ElementsAre("beras", "bulog"));
  EXPECT_EQ(article.language, "id");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("kata", "4"),
                                         std::pair<std::string, std::string>("foto", R"({"a":[1,2]})")));
}

TEST(JsonlParser, UnderstandsAliases) {
  struct Row {
    const char* line;
    std::string Article::*field;
    const char* expected;
  };
  const Row rows[] = {
      {R"({"judul":"J"})", &Article::title, "J"},
      {R"({"headline":"J"})", &Article::title, "J"},
      {R"({"Judul Berita":"J"})", &Article::title, "J"},
      {R"({"content":"I"})", &Article::body, "I"},
      {R"({"text":"I"})", &Article::body, "I"},
      {R"({"isi":"I"})", &Article::body, "I"},
      {R"({"konten":"I"})", &Article::body, "I"},
      {R"({"artikel":"I"})", &Article::body, "I"},
      {R"({"body":["Satu.","Dua."]})", &Article::body, "Satu.\nDua."},
      {R"({"title":"J","link":"http://contoh.id/1"})", &Article::url, "http://contoh.id/1"},
      {R"({"title":"J","permalink":"http://contoh.id/1"})", &Article::url, "http://contoh.id/1"},
      {R"({"title":"J","id":17})", &Article::id, "17"},
      {R"({"title":"J","sumber":"Antara"})", &Article::source, "Antara"},
      {R"({"title":"J","media":{"id":null,"name":"Contoh"}})", &Article::source, "Contoh"},
      {R"({"title":"J","publisher":"https://www.contoh.id/"})", &Article::source, "contoh.id"},
      {R"({"title":"J","url":"https://www.contoh.id/1"})", &Article::source, "contoh.id"},
      {R"({"title":"J","rubrik":"Olahraga"})", &Article::category, "Olahraga"},
      {R"({"title":"J","kategori":["Olahraga","Bola"]})", &Article::category, "Olahraga"},
      {R"({"title":"J","bahasa":"Bahasa Indonesia"})", &Article::language, "id"},
      {R"({"title":"J","lang":"en-US"})", &Article::language, "en"},
  };
  for (const Row& row : rows) EXPECT_EQ(parse_one(row.line).*row.field, row.expected) << row.line;

  for (const char* name :
       {"date", "tanggal", "published_at", "publish_date", "datetime", "created_at", "waktu", "datePublished"}) {
    const Article article = parse_one(std::string(R"({"title":"J",")") + name + R"(":"12 Mei 2024 14.30"})");
    ASSERT_TRUE(article.published) << name;
    EXPECT_EQ(to_iso8601(*article.published), "2024-05-12T14:30:00+07:00") << name;
  }
  EXPECT_EQ(parse_one(R"({"title":"J","timestamp":1715499000})").published->epoch_seconds, 1715499000);
  EXPECT_EQ(parse_one(R"({"title":"J","timestamp":1715499000000})").published->epoch_seconds, 1715499000);
  EXPECT_EQ(parse_one(R"({"title":"J","timestamp":1715499000.75})").published->epoch_seconds, 1715499000);
  EXPECT_THAT(parse_one(R"({"title":"J","penulis":"Sari Dewi, Budi ;Cici"})").authors,
              ElementsAre("Sari Dewi", "Budi", "Cici"));
  EXPECT_THAT(parse_one(R"({"title":"J","author":{"name":"Sari"}})").authors, ElementsAre("Sari"));
  EXPECT_THAT(parse_one(R"({"title":"J","authors":[{"name":"Sari"},"Budi"]})").authors, ElementsAre("Sari", "Budi"));
  EXPECT_THAT(parse_one(R"({"title":"J","keywords":"beras, bulog"})").tags, ElementsAre("beras", "bulog"));
  EXPECT_THAT(parse_one(R"({"title":"J","kategori":["Olahraga","Bola"],"tag":["Liga"]})").tags,
              ElementsAre("Liga", "Bola"));
}

TEST(JsonlParser, TakesTheSurestOfSeveralNamesAndKeepsTheOthers) {
  const Article article = parse_one(R"({"text":"pendek","title":"J","body":"panjang","content":""})");
  EXPECT_EQ(article.body, "panjang");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("text", R"("pendek")")));
  EXPECT_EQ(parse_one(R"({"title":null,"judul":"J"})").title, "J");
}

TEST(JsonlParser, TakesTheNextNameWhereTheSurestHoldsNothingSound) {
  const Outcome outcome =
      parse(R"({"title":"J","url":"/rel/1","link":"https://a.example/rel/1","published":"kemarin","date":"2024-02-05",)"
            R"("id":1.5,"guid":"g1","body":"<p></p>","isi":"I","authors":[],"author":"Sari","x":1})");
  ASSERT_EQ(outcome.articles.size(), 1U);
  const Article& article = outcome.articles[0];
  EXPECT_EQ(article.url, "https://a.example/rel/1");
  EXPECT_EQ(to_iso8601(*article.published), "2024-02-05");
  EXPECT_EQ(article.id, "g1");
  EXPECT_EQ(article.body, "I");
  EXPECT_THAT(article.authors, ElementsAre("Sari"));
  using Extra = std::pair<std::string, std::string>;
  EXPECT_THAT(article.extra, ElementsAre(Extra("link", R"("/rel/1")"), Extra("date", R"("kemarin")"),
                                         Extra("guid", "1.5"), Extra("isi", R"("<p></p>")"), Extra("x", "1")));
  EXPECT_EQ(outcome.warnings.size(), 3U) << "url, published, id";
}

TEST(JsonlParser, TakesTheFirstOfARepeatedNameAndWarns) {
  const Outcome outcome = parse(R"({"title":"","title":"A","title":"B","x":1,"x":2})");
  ASSERT_EQ(outcome.articles.size(), 1U);
  EXPECT_EQ(outcome.articles[0].title, "A");
  EXPECT_THAT(outcome.articles[0].extra, ElementsAre(std::pair<std::string, std::string>("x", "1")));
  EXPECT_THAT(outcome.warnings, ElementsAre(HasSubstr("\"title\" stands there more than once"), HasSubstr("\"x\"")));
}

TEST(JsonlParser, ReadsWhatDatabasesAndContentSystemsExport) {
  Article article = parse_one(R"({"_id":{"$oid":"5f"},"title":"J","published":{"$date":"2024-02-05T03:15:00Z"},)"
                              R"("updated":{"$date":{"$numberLong":"1707102900000"}}})");
  EXPECT_EQ(article.id, "5f");
  EXPECT_EQ(to_iso8601(*article.published), "2024-02-05T03:15:00+00:00");
  EXPECT_EQ(article.modified->epoch_seconds, 1707102900);
  article = parse_one(
      R"({"id":14,"link":"https://a.example/x","title":{"rendered":"Judul &#8211; dua"},)"
      R"("content":{"rendered":"<p>Isi panjang.</p>\n<p>Dua.</p>\n","protected":false},"guid":{"rendered":"x"}})");
  EXPECT_EQ(article.id, "14");
  EXPECT_EQ(article.title, "Judul \u2013 dua");
  EXPECT_EQ(article.body, "Isi panjang.\nDua.");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("guid", R"({"rendered":"x"})")));
  article = parse_one(R"({"_index":"berita","_id":"1","_source":{"judul":"J","isi":"I","dilihat":3}})");
  EXPECT_EQ(article.id + article.title + article.body, "1JI");
  EXPECT_THAT(article.extra, ElementsAre(std::pair<std::string, std::string>("_index", "\"berita\""),
                                         std::pair<std::string, std::string>("dilihat", "3")));
}

std::string record(const char* name, const std::string& text) {
  return nlohmann::json{{name, text}}.dump();
}

TEST(JsonlParser, KeepsABodyAsItIs) {
  for (const char* body :
       {" Satu.\r\nBaca juga: Dua\n\n(dod/aud) ", "a < b dan c > d, <nama>, A&B; AT&T", "a <3 b\n"}) {
    EXPECT_EQ(parse_one(record("body", body)).body, body);
  }
}

TEST(JsonlParser, ReadsMarkupInTitlesAndBodies) {
  struct Row {
    const char* raw;
    const char* title;
    const char* body;
  };
  const Row rows[] = {
      {"T &amp; <b>x</b>", "T & x", "T & x"},
      {"Harga&nbsp;beras\nnaik  lagi", "Harga beras naik lagi", "Harga beras\nnaik  lagi"},
      {"A &amp;amp; B", "A & B", "A & B"},
      {"AT&T <nama>  tetap", "AT&T <nama>  tetap", "AT&T <nama>  tetap"},
      {"<p>Harga&nbsp;beras naik.</p><p>Kedua<br>tiga</p><script>var nbsp=1;</script>", nullptr,
       "Harga beras naik.\nKedua\ntiga"},
      {"<h2>Kepala</h2>Satu <a href='x'>dua</a>.\n\nTiga.", nullptr, "Kepala\nSatu dua.\nTiga."},
      {"&lt;p&gt;Satu.&lt;/p&gt;&lt;p&gt;Dua.&lt;/p&gt;", nullptr, "Satu.\nDua."},
  };
  for (const Row& row : rows) {
    if (row.title != nullptr) {
      EXPECT_EQ(parse_one(record("title", row.raw)).title, row.title);
    }
    EXPECT_EQ(parse_one(record("body", row.raw)).body, row.body);
  }
}

TEST(JsonlParser, LinesThatMeanNothingOrNeedNoWord) {
  const Outcome outcome = parse("\xEF\xBB\xBF{\"title\":\"A\"}\r\n\n  \t\r\n{\"title\":\"B\"}");
  EXPECT_THAT(outcome.skips, IsEmpty());
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[1].title, "B");
}

TEST(JsonlParser, TakesWhatIsSoundAndWarns) {
  struct Row {
    const char* line;
    const char* warning;
  };
  const Row rows[] = {
      {R"({"title":"J","date":"30 Februari 2024"})",
       "field \"date\": \"30 Februari 2024\" names a date or time that does not exist"},
      {R"({"title":"J","date":"kemarin"})", "field \"date\": \"kemarin\" cannot be read as a date"},
      {R"({"title":"J","date":true})", "field \"date\": the value has the wrong type"},
      {R"({"title":"J","body":17})", "field \"body\": the value has the wrong type"},
      {R"({"title":"J","body":["a",1]})", "field \"body\": the value has the wrong type"},
      {R"({"title":"J","url":"contoh"})", "field \"url\": this is no http or https address"},
      {R"({"title":"J","tags":7})", "field \"tags\": the value has the wrong type"},
      {R"({"title":"J","authors":[7]})", "field \"authors\": the value has the wrong type"},
      {R"({"title":"J","language":"kromo inggil"})", "field \"language\": \"kromo inggil\" is no language"},
      {"{\"title\":\"J\",\"body\":\"a\xFF\"}", "repaired"},
      {"{\"title\":\"J\",\"body\":\"a\tb\"}", "repaired"},
      {R"({"title":"J","body":"\ud800x"})", "repaired"},
      {R"({"title":"J","n":123456789012345678901234567890})", "repaired"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = parse(std::string(row.line) + "\n", 17);
    ASSERT_EQ(outcome.articles.size(), 1u) << row.line;
    EXPECT_EQ(outcome.articles[0].title, "J");
    EXPECT_FALSE(outcome.articles[0].published) << row.line;
    EXPECT_THAT(outcome.warnings, ElementsAre(HasSubstr(row.warning))) << row.line;
    EXPECT_THAT(outcome.warnings, ElementsAre(HasSubstr("berita.jsonl:17: "))) << row.line;
  }
  EXPECT_THAT(parse(R"({"title":"J","date":"kemarin"})").articles[0].extra,
              ElementsAre(std::pair<std::string, std::string>("date", "\"kemarin\"")))
      << "what cannot be used is kept";
  EXPECT_EQ(parse("{\"title\":\"a\xFFz\"}").articles[0].title, "a\xEF\xBF\xBDz");
  EXPECT_EQ(parse(R"({"title":"\ud83d\ude00 \udc00"})").articles[0].title, "\xF0\x9F\x98\x80 \xEF\xBF\xBD")
      << "needs repair for one half only";
}

TEST(JsonlParser, SkipsAndNamesTheLine) {
  struct Row {
    const char* line;
    const char* skip;
  };
  const Row rows[] = {
      {R"({"title":"J","body":)", "berita.jsonl:2: broken JSON at column 21"},
      {R"({"title":"J" "body":"x"})", "berita.jsonl:2: broken JSON at column 19"},
      {R"({"title":"J"} {"title":"K"})", "berita.jsonl:2: broken JSON at column"},
      {"xyz", "berita.jsonl:2: broken JSON at column 1"},
      {"[1,2]", "berita.jsonl:2: this is no JSON object"},
      {"17", "berita.jsonl:2: this is no JSON object"},
      {"{}", "berita.jsonl:2: neither a title nor a body"},
      {R"({"title":" ","body":null})", "berita.jsonl:2: neither a title nor a body"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = parse(std::string("{\"title\":\"A\"}\n") + row.line + "\n{\"title\":\"B\"}\n");
    EXPECT_EQ(outcome.articles.size(), 2u) << row.line;
    EXPECT_THAT(outcome.skips, ElementsAre(HasSubstr(row.skip))) << row.line;
  }
}

TEST(JsonlParser, SurvivesDeepNesting) {
  const std::string deep = "{\"title\":\"J\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_EQ(parse(deep).skips.size(), 1u);
}

}  // namespace
}  // namespace warta::indexer
