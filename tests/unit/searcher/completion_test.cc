// Letters -> the words, names and titles that go on from them.
#include "searcher/completion/completion.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

Article article(std::string id, std::string title, std::string body, int day) {
  Article result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.body = std::move(body);
  result.published = Timestamp{day * 86400, 0, true};
  return result;
}

Session& session() {
  static const test::TestDatabase database(std::vector<Article>{
      article("1", "Harga Beras Naik", "Begitu kata Ratna Wulandari, harga beras naik.", 1),
      article("2", "Beras Impor Tiba", "Itu menurut Ratna Wulandari, beras tiba.", 2),
      article("3", "Harga Bensin Turun", "Harga bensin turun di berbagai kota.", 3),
      article("4", "Ratna Menang", "Pelari Ratna menang.", 4),
  });
  static Session session = std::move(*Session::open(database.path()));
  return session;
}

std::string completed(std::string_view typed, unsigned most = 10) {
  const Result<Completions> completions = complete(session(), typed, most);
  if (!completions) return completions.error().message;
  std::string out;
  for (const Completion& word : completions->words) out += fmt::format("{} {}; ", word.text, word.articles);
  for (const std::string& title : completions->titles) out += "[" + title + "] ";
  return out;
}

struct Row {
  const char* typed;
  const char* completed;
};

TEST(Completion, GoesOnFromLetters) {
  constexpr Row kRows[] = {
      {"ber", "beras 2; berbagai 1; [Beras Impor Tiba] [Harga Beras Naik] "},
      {"BER", "beras 2; berbagai 1; [Beras Impor Tiba] [Harga Beras Naik] "},
      {"rat", "ratna 3; ratna wulandari 2; [Ratna Menang] "},
      {"ratna w", "ratna wulandari 2; "},
      {"harga be", "harga bensin 1; harga beras 1; [Harga Bensin Turun] [Harga Beras Naik] "},
      {"harga  be", "harga bensin 1; harga beras 1; [Harga Bensin Turun] [Harga Beras Naik] "},  // one space counts
      {" ratna  w", "ratna wulandari 2; "},
      {"r'at", "ratna 3; ratna wulandari 2; [Ratna Menang] "},  // no apostrophe stands in a word
      {"ra\xE2\x80\x99t", "ratna 3; ratna wulandari 2; [Ratna Menang] "},
      {"harga har", "[Harga Bensin Turun] [Harga Beras Naik] "},  // no word twice
      {"xyz", ""},
      {"", ""},
      {" ", ""},
      {"\xFF", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(completed(row.typed), row.completed) << row.typed;
  EXPECT_EQ(completed("be", 1), "beras 2; [Harga Bensin Turun] ");
}

// A word that is rare among all that begin so, and common beside what was typed: "harga beras".
TEST(Completion, KnowsWhatGoesWithTheWordsBefore) {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    std::string body;
    for (char c = 'a'; c <= 'z'; ++c) body += fmt::format("beb{}tan ", c);
    articles.push_back(article(std::to_string(i), i < 3 ? "Harga Beras Naik" : "Harga Naik", body, i));
  }
  const test::TestDatabase database(articles);
  Session own = std::move(*Session::open(database.path()));
  const Completions completions = complete(own, "harga b", 5).value();
  ASSERT_EQ(completions.words.size(), 1U);
  EXPECT_EQ(completions.words.front().text, "harga beras");
  EXPECT_EQ(completions.words.front().articles, 3U);
}

TEST(Completion, PrintsTextAndJson) {
  const Completions completions{{{"beras", 1200}}, {"Harga \"Beras\"\x1B"}};
  EXPECT_EQ(to_text(completions), "beras  (1,200)\n\nHarga \"Beras\" \n");
  EXPECT_EQ(to_json(completions, "ber"),
            "{\"typed\":\"ber\",\"words\":[{\"text\":\"beras\",\"articles\":1200}],"
            "\"titles\":[\"Harga \\\"Beras\\\"\\u001b\"]}\n");
}

}  // namespace
}  // namespace warta::searcher
