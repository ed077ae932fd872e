// The list of double names: what a line means, what is refused, and that the list that ships can be read.
#include "database/synonym_list.h"

#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(SynonymList, KnowsEachNameByTheOthers) {
  const auto list =
      SynonymList::parse("# nama\n\nJokowi = Joko Widodo  # presiden\r\nsolo = surakarta\nsolo = tunggal\n");
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_THAT(list->others("jokowi"), ElementsAre("joko widodo"));
  EXPECT_THAT(list->others("joko widodo"), ElementsAre("jokowi"));
  EXPECT_THAT(list->others("solo"), ElementsAre("surakarta", "tunggal"));
  EXPECT_THAT(list->others("bandung"), IsEmpty());
  EXPECT_EQ(list->names(), 5U);
}

TEST(SynonymList, FoldsNames) {
  struct Row {
    const char* name;
    const char* folded;
  };
  constexpr Row kRows[] = {
      {"Joko  Widodo ", "joko widodo"},
      {"COVID-19", "covid 19"},
      {"Jum'at", "jumat"},
      {"menteri pendidikan dan kebudayaan", "menteri pendidikan kebudayaan"},
      {"dan", "dan"},
      {"caf\xC3\xA9", "caf\xC3\xA9"},
      {" - ", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(SynonymList::folded(row.name), row.folded) << row.name;
}

TEST(SynonymList, RefusesLinesOfOneName) {
  for (const char* text : {"a = b\njokowi\n", "a = b\njokowi =\n", "a = b\n = jokowi\n", "a = b\n--- = jokowi"}) {
    const auto list = SynonymList::parse(text);
    ASSERT_FALSE(list) << text;
    EXPECT_EQ(list.error().code, ExitCode::usage);
    EXPECT_THAT(list.error().message, HasSubstr("line 2")) << text;
  }
}

TEST(SynonymList, TheListThatShipsIsRead) {
  std::ifstream file(WARTA_SOURCE_DIR "/stopwords/synonyms-id.txt");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto list = SynonymList::parse(text);
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_THAT(list->others("soeharto"), ElementsAre("suharto"));
}

}  // namespace
}  // namespace warta
