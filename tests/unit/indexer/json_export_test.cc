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

}  // namespace
}  // namespace warta::indexer
