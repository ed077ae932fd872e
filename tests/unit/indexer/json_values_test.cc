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
      R"({"data":{"total":2},"articles":[{"title":"A"},{"title":"B]}"}]})",
      R"({"url":"https://a.example/?page=1","articles":[{"title":"A"},{"title":"B]}"}]})",
      R"({"title":"A"}{"title":"B]}"})",
      R"({"title":"A","related":[{"title":"x"}]}, {"title":"B]}"})",
      // Several arrays in one object.
      R"({"articles":[{"title":"A"}],"total":{"x":["]}"]},"results":[{"title":"B]}"}],"penulis":[{"title":"x"}]})",
      R"({"data":{"posts":[{"title":"A"}],"title_count":1},"items":[],"docs":[{"title":"B]}"}]})",
      "{\n\"artikel\":\n[\n{\"title\":\"A\"}],\n\"berita\" : [ {\"title\":\"B]}\"}\n]\n}\n",
      R"({"articles":[{"title":"A"}],"data":{"title":"x","news":[{"title":"B]}"}]}})",
      "{\"page\":1,\"news\":[{\"title\":\"A\"}],\"posts\":[{\"title\":\"B]}\"}]}\n{\"page\":2,\"news\":[]}\n",
      // Files that were put one behind the other.
      "[{\"title\":\"A\"}]\n[{\"title\":\"B]}\"}]\n",
      "[]\n[{\"title\":\"A\"}]\xEF\xBB\xBF[{\"title\":\"B]}\"}]",
      R"({"articles":[{"title":"A"}],"next":{"x":["]}"]}}{"articles":[{"title":"B]}"}]})",
      R"([{"title":"A"}]{"title":"B]}"})",
      "{\n\"title\":\"A\"}\n[{\"title\":\"B]}\"}]",
      // JSON Lines of a service's pages.
      "{\"page\":1,\"articles\":[{\"title\":\"A\"}]}\n{\"page\":2,\"articles\":[{\"title\":\"B]}\"}]}\n",
      "{\"data\":{\"items\":[{\"title\":\"A\"}]}}\n{\"data\":{\"items\":[]}}\n[{\"title\":\"B]}\"}]\n",
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

TEST(JsonValues, TakeARecordWithAnArrayForARecord) {
  const char* const files[] = {
      "{\"id\":\"1\",\"items\":[{\"title\":\"x\"}],\"title\":\"A\"}\n{\"id\":\"2\",\"items\":[],\"title\":\"B\"}\n",
      "{\"documents\":[{\"pdf\":\"a.pdf\"}],\"title\":\"A\"}\n{\"documents\":[],\"title\":\"B\"}\n",
      R"([{"documents":[{"pdf":"a.pdf"}],"title":"A"},{"items":[{"title":"x"}],"title":"B"}])",
      "{\n\"documents\":[{\"pdf\":\"a.pdf\"}],\"title\":\"A\"}\n{\"title\":\"B\"}",
  };
  for (const char* file : files) {
    const Gathered gathered = read_bytes("a.json", file);
    EXPECT_THAT(titles(gathered), ElementsAre("A", "B")) << file;
    EXPECT_TRUE(gathered.complaints.empty()) << file << gathered.complaints.front();
  }
}

TEST(JsonValues, NameWhatStandsBehindAnArray) {
  const Gathered gathered = read_bytes("a.json", "[{\"title\":\"A\"}]]\nsampah\n[{\"title\":\"B\"},\n{\"x\":1}]\n");
  EXPECT_THAT(titles(gathered), ElementsAre("A", "B"));
  EXPECT_THAT(gathered.complaints,
              ElementsAre("FILE:2: broken JSON at column 1", "FILE:3: neither a title nor a body"));
  const Gathered open = read_bytes("a.json", "{\"articles\":[{\"title\":\"A\"}]\n[{\"title\":\"B\"}]\n");
  EXPECT_THAT(titles(open), ElementsAre("A"));
  EXPECT_THAT(open.complaints, ElementsAre("FILE:3: the object around the articles has no end; what stands behind "
                                           "them was passed over"));
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

TEST(JsonValues, AreStreamedFromEveryArray) {
  const std::string item = "{\"title\":\"J\",\n\"body\":\"" + std::string(2000, 'x') + "\"}";
  std::string object = "{\"articles\":[" + item;
  for (int i = 1; i < 2000; ++i) object += "," + item;
  object += "],\"" + std::string(3000000, 'n') + "\":[{\"title\":\"tidak\"}],\"rows\":[\n" + item +
            "],\"sisa\":{\"data\":[1]}";
  const Gathered gathered = read_bytes("a.json", object + "}");
  EXPECT_EQ(gathered.articles.size(), 2001u);
  EXPECT_GT(gathered.chunks, 3u);
  EXPECT_TRUE(gathered.complaints.empty());
  EXPECT_EQ(read_bytes("a.json", object).complaints.size(), 1u) << "the object has no end";
}

}  // namespace
}  // namespace warta::indexer
