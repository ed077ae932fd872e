#include "indexer/json_export.h"

#include <gtest/gtest.h>

#include "indexer/sources/chunk.h"

namespace warta::indexer {
namespace {

std::vector<Article> parse(const std::string& lines) {
  Chunk chunk;
  chunk.origin = "ekspor.jsonl";
  chunk.bytes = lines;
  std::vector<Article> articles;
  const auto unexpected = [](Skip&& skip) { ADD_FAILURE() << skip.place << ": " << skip.reason; };
  parse_chunk(chunk, {},
              {.article = [&](Article&& article) { articles.push_back(std::move(article)); },
               .skip = unexpected,
               .warning = unexpected});
  return articles;
}

TEST(ToJsonLine, LeavesOutWhatIsEmpty) {
  Article article;
  article.title = "Harga \"beras\"";
  article.body = "Satu.\nDua.";
  EXPECT_EQ(to_json_line(article), R"({"title":"Harga \"beras\"","body":"Satu.\nDua."})");
}

TEST(ToJsonLine, IsReadBackWithoutLoss) {
  Article article;
  article.id = "17";
  article.url = "https://contoh.id/berita/17";
  article.title = "Judul dengan \"kutip\", \\ dan \t tab";
  article.body = "Paragraf satu \xE2\x80\x93 dengan tanda.\nParagraf dua.";
  article.published = Timestamp{.epoch_seconds = 1715499000, .offset_minutes = 480, .has_time = true};
  article.modified = Timestamp{.epoch_seconds = 1715533200, .offset_minutes = kWibOffsetMinutes, .has_time = false};
  article.authors = {"Siti Rahma", "Budi, M.Si."};
  article.source = "contoh.id";
  article.category = "Ekonomi";
  article.tags = {"beras", "harga, pasar"};
  article.language = "id";
  article.extra = {{"dilihat", "12"}, {"nilai", R"({"a":[1,2.5,null],"b":"x\ny"})"}};
  const std::vector<Article> read = parse(to_json_line(article) + "\n");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].title, article.title);
  EXPECT_EQ(read[0].authors, article.authors);
  EXPECT_EQ(read[0].tags, article.tags);
  EXPECT_EQ(read[0].extra, article.extra);
  EXPECT_EQ(read[0].published, article.published);
  EXPECT_EQ(read[0].modified, article.modified);
  EXPECT_EQ(read[0], article);
}

TEST(ToJsonLine, WritesEachNameOnce) {
  struct Row {
    const char* line;
    const char* exported;
  };
  const Row rows[] = {
      // What stands under the first name of a field and is not taken for it changes its name with what is.
      {R"({"title":7,"judul":"J","body":"i"})", R"({"title":"J","body":"i","judul":7})"},
      {R"({"title":"J","title":"K","n":1,"n":2})", R"({"title":"J","n":1})"},
      {R"({"title":"J","url":"https://contoh.id/1","source":[]})",
       R"({"url":"https://contoh.id/1","title":"J","source":"contoh.id"})"},
      {R"({"title":"J","url":"https://contoh.id/1","source":7})",
       R"({"url":"https://contoh.id/1","title":"J","source":"contoh.id"})"},
  };
  for (const Row& row : rows) {
    Chunk chunk;
    chunk.origin = "a.jsonl";
    chunk.bytes = row.line;
    std::vector<std::string> exported;
    parse_chunk(chunk, {},
                {.article = [&](Article&& article) { exported.push_back(to_json_line(article)); },
                 .skip = [](Skip&& skip) { ADD_FAILURE() << skip.reason; },
                 .warning = [](Skip&&) {}});
    EXPECT_EQ(exported, std::vector<std::string>{row.exported}) << row.line;
  }
}

}  // namespace
}  // namespace warta::indexer
