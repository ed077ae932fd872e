// Text -> the words and names that the vocabulary counts.
#include "indexer/word_counter.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

class WordCounterTest : public testing::Test {
 protected:
  void add(std::string_view article) {
    counter_.begin_article();
    std::vector<analysis::AnalyzedToken> tokens;
    analyzer_.analyze(article, tokens);
    counter_.add_words(tokens);
    counter_.add_names(article, tokens);
    analyzer_.clear();
  }

  // "beras 2, harga 1": what was counted, in the order of the alphabet.
  std::string words() const {
    std::string out;
    for (const CountedWord& word : counter_.words()) {
      out += fmt::format("{}{} {}", out.empty() ? "" : ", ", word.text, word.articles);
    }
    return out;
  }

  analysis::Analyzer analyzer_ = std::move(*analysis::Analyzer::create({}));
  WordCounter counter_;
};

TEST_F(WordCounterTest, CountsEachWordOnceAnArticle) {
  add("Beras, beras, BERAS!");
  add("harga beras");
  EXPECT_EQ(words(), "beras 2, harga 1");
}

TEST_F(WordCounterTest, CountsWhatPeopleTypeAsWords) {
  struct Row {
    const char* text;
    const char* words;
  };
  constexpr Row kRows[] = {
      {"anak-anaknya kucing-kucing", "anak-anaknya 1, kucing-kucing 1"},
      {"Jum'at caf\xC3\xA9", "cafe 1, jumat 1"},
      {"di ke 2024 Rp1,5 14.30 x@y.example http://a.example/b", ""},
      {"KPK-lah \xE6\x97\xA5 \xD0\x9C\xD0\xB8\xD1\x80", "kpk-lah 1"},
  };
  for (const Row& row : kRows) {
    counter_ = {};
    add(row.text);
    EXPECT_EQ(words(), row.words) << row.text;
  }
}

TEST_F(WordCounterTest, CountsNamesInsideOfSentences) {
  struct Row {
    const char* text;
    const char* names;
  };
  constexpr Row kRows[] = {
      {"kata Ratna Wulandari kemarin.", "ratna wulandari"},
      {"Ratna Wulandari berkata.", ""},  // the first word has its capital from the sentence
      {"Kata Ratna, Wulandari pergi.", ""},
      {"menurut Ratna  Wulandari", ""},
      {"oleh PT Ratna", ""},  // two letters are no word
      {"LALU TULISAN INI DI SINI", ""},
      {"dari Ratna Wulandari Setia Budi Lestari", ""},  // a headline rather than a name
      {"dan Ratna Wulandari. Budi Setia", "ratna wulandari"},
  };
  for (const Row& row : kRows) {
    counter_ = {};
    add(row.text);
    std::string names;
    for (const CountedWord& word : counter_.words()) {
      if (word.text.find(' ') != std::string::npos) names += word.text;
    }
    EXPECT_EQ(names, row.names) << row.text;
  }
}

TEST_F(WordCounterTest, ForgetsTheRarestOfTooMany) {
  const std::vector<std::string> syllables = {"ba", "ci", "du", "fe", "go", "ha", "ji", "ku", "le",
                                              "mo", "na", "pi", "ru", "se", "to", "wa", "yi", "zu"};
  const auto word = [&](std::size_t number) {
    std::string text;
    for (int i = 0; i < 5; ++i, number /= syllables.size()) text += syllables[number % syllables.size()];
    return text;
  };
  std::string article;
  for (std::size_t i = 0; i <= WordCounter::kMostWords; ++i) article += word(i) + " ";
  add("beras beras");
  add("beras");
  add(article);
  add("beras");
  EXPECT_EQ(words(), "beras 3");
}

}  // namespace
}  // namespace warta::indexer
