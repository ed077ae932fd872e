#include "indexer/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextLines, FoldsSpace) {
  EXPECT_EQ(folded_space("  satu\t\n dua\xC2\xA0tiga  "), "satu dua tiga");
  EXPECT_EQ(folded_space("ber\xC2\xADgambar\xE2\x80\x8B"), "bergambar");
  EXPECT_EQ(folded_space(" \xC2\xA0 "), "");
  EXPECT_EQ(trimmed("\xC2\xA0 a b \r\n"), "a b");
}

TEST(TextLines, Splits) {
  EXPECT_THAT(split_list("Sari Dewi, Budi;; Cici ,"), ElementsAre("Sari Dewi", "Budi", "Cici"));
  EXPECT_THAT(split_list(" , "), IsEmpty());
  EXPECT_THAT(split_lines("a\r\n\nb"), ElementsAre("a", "", "b"));
  EXPECT_EQ(count_words("  satu  dua\ntiga"), 3u);
  EXPECT_EQ(count_words(""), 0u);
}

TEST(AddOnce, KeepsListsShort) {
  std::vector<std::string> list;
  for (const char* item : {"beras", "", "gula", "beras"}) add_once(list, item);
  EXPECT_EQ(list, (std::vector<std::string>{"beras", "gula"}));
  for (int i = 0; i < 1000; ++i) add_once(list, std::to_string(i));
  EXPECT_EQ(list.size(), 200u);
}

}  // namespace
}  // namespace warta::indexer
