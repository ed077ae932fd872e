// JSON that is no JSON Lines: arrays, objects with an array, objects over several lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/read_sources.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;

std::vector<std::string> titles(const Gathered& gathered) {
  std::vector<std::string> out;
  for (const Article& article : gathered.articles) out.push_back(article.title);
  return out;
}

TEST(JsonValues, AreReadInEveryLayout) {
  const char* const files[] = {
      R"([{"title":"A"},{"title":"B]}"}])",
      "[\n  {\n    \"title\": \"A\"\n  },\n  {\n    \"title\": \"B]}\"\n  }\n]\n",
      R"({"status":"ok","totalResults":2,"articles":[{"title":"A"},{"title":"B]}"}]})",
      R"({"data":[{"title":"A"},{"title":"B]}"}],"next":{"title":"C"}})",
      R"({"meta":{"tags":[{"x":"["}]},"data":{"items":[{"title":"A"},{"title":"B]}"}]}})",
      "{\n  \"title\": \"A\"\n}\n{\n  \"title\": \"B]}\"\n}\n",
      "\xEF\xBB\xBF [{\"title\":\"A\",\"authors\":[{\"name\":\"x\"}]} , {\"title\":\"B]}\"}]",
  };
  for (const char* file : files) {
    const Gathered gathered = read_bytes("a.json", file);
    EXPECT_THAT(titles(gathered), ElementsAre("A", "B]}")) << file;
    EXPECT_TRUE(gathered.complaints.empty()) << file << gathered.complaints.front();
  }
}

TEST(JsonValues, LeaveJsonLinesAsTheyAre) {
  const Gathered gathered = read_bytes(
      "a.json", "{\"title\":\"A\",\"data\":[{\"x\":1}]}\n{\"rusak\n{\"title\":\"B\",\"authors\":[{\"name\":\"x\"}]}\n");
  EXPECT_THAT(titles(gathered), ElementsAre("A", "B"));
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:2: broken JSON at column 8"));
}

TEST(JsonValues, NameBadElementsByLineAndGoOn) {
  const Gathered gathered = read_bytes(
      "a.json",
      "[\n{\"title\":\"A\"},\n{\"title\":\ntru},\n17,\n\"teks\",\n{\"x\":1},\n{\"title\":\"B\"},\n{\"title\":\"C");
  EXPECT_THAT(titles(gathered), ElementsAre("A", "B"));
  EXPECT_THAT(gathered.complaints, ElementsAre("FILE:4: broken JSON at column 4", "FILE:5: this is no JSON object",
                                               "FILE:6: this is no JSON object", "FILE:7: neither a title nor a body",
                                               "FILE:9: broken JSON at column 12"));
}

TEST(JsonValues, AreStreamed) {
  std::string array = "{\"articles\":[\n";
  const std::string text(2000, 'x');
  for (int i = 0; i < 3000; ++i) array += "{\"title\":\"J" + std::to_string(i) + "\",\n\"body\":\"" + text + "\"},\n";
  array += "{\"title\":\"akhir\"}],\"sisa\":\"" + std::string(2000000, 'y') + "\"}";
  const Gathered gathered = read_bytes("a.json", array);
  EXPECT_EQ(gathered.articles.size(), 3001u);
  EXPECT_GT(gathered.chunks, 3u);
  EXPECT_TRUE(gathered.complaints.empty());
}

}  // namespace
}  // namespace warta::indexer
