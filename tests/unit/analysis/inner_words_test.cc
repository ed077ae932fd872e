// Words within tokens: a token as it is written -> what it begins with, and what it ends in.
#include "analysis/inner_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

using testing::ElementsAreArray;

TEST(InnerWords, PartTokensWhereAMarkStands) {
  const struct {
    const char* token;
    std::vector<std::string_view> heads;
    std::vector<std::string_view> tails;
  } cases[] = {
      {"laki-laki", {"laki"}, {"laki"}},
      {"siswa\u2011siswi", {"siswa"}, {"siswi"}},
      {"di-PHK-kan", {"di", "di-PHK"}, {"PHK-kan", "kan"}},
      {"ke-8", {"ke"}, {"8"}},
      {"Qur'an", {"Qur"}, {"an"}},
      {"Jum\u2019at", {"Jum"}, {"at"}},
      {"ma`ruf", {"ma"}, {"ruf"}},
      {"A.S.", {"A", "A.S"}, {"S."}},
      {"kompas.com.Selain", {"kompas", "kompas.com"}, {"com.Selain", "Selain"}},
      {"US$", {"US"}, {}},
  };
  InnerWords found;
  for (const auto& row : cases) {
    EXPECT_TRUE(find_inner_words(row.token, found)) << row.token;
    EXPECT_THAT(found.heads, ElementsAreArray(row.heads)) << row.token;
    EXPECT_THAT(found.tails, ElementsAreArray(row.tails)) << row.token;
  }
}

// Numbers and dates are one word each; letters go on beyond ASCII; signs that nobody sees part nothing.
TEST(InnerWords, LeaveWordsAndNumbersWhole) {
  InnerWords found;
  for (const char* token : {"", "harga", "1.000.000", "5,2", "12/05/2024", "2024-05-12", "14.30", "kaf\u00E9",
                            "caf\u00E9s", "su\u00ADku", "a/b/c/d/e/f/g"}) {
    EXPECT_FALSE(find_inner_words(token, found)) << token;
  }
}

TEST(InnerWords, AgreeWithTheBoundsOfWords) {
  for (const std::string_view token : {"laki-laki", "di-PHK-kan", "Qur\u2019an", "G-20", "kompas.com.Selain"}) {
    InnerWords found;
    ASSERT_TRUE(find_inner_words(token, found));
    for (const std::string_view head : found.heads) EXPECT_TRUE(is_word_bound(token, head.size())) << head;
    for (const std::string_view tail : found.tails)
      EXPECT_TRUE(is_word_bound(token, token.size() - tail.size())) << tail;
  }
  EXPECT_FALSE(is_word_bound("berasnya", 5));
  for (const std::string_view number : {"1.000", "5,2", "14:30"}) {
    const std::size_t mark = number.find_first_of(".,:");
    EXPECT_FALSE(is_word_bound(number, mark)) << number;
    EXPECT_TRUE(is_within_number(number, mark)) << number;
    EXPECT_TRUE(is_within_number(number, mark + 1)) << number;
    EXPECT_FALSE(is_within_number(number, number.size())) << number;
  }
  EXPECT_FALSE(is_within_number("3. 4", 1));
}

}  // namespace
}  // namespace warta::analysis
