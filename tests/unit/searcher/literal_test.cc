#include "searcher/verification/literal.h"

#include <string>

#include <gtest/gtest.h>

namespace warta::searcher {
namespace {

TEST(Literal, FoldsTypographyAndWhiteSpace) {
  struct Case {
    const char* text;
    const char* folded;
  };
  const Case cases[] = {
      {"  harga \n\t beras ", "harga beras"},
      {"Jum\xE2\x80\x99"
       "at",
       "Jum'at"},
      {"\xE2\x80\x9Ckutip\xE2\x80\x9D", "\"kutip\""},
      {"2019\xE2\x80\x93"
       "2024",
       "2019-2024"},
      {"harga\xC2\xA0"
       "beras",
       "harga beras"},
      {"pe\xC2\xAD"
       "tani",
       "petani"},
      {"\xE4\xB8\xAD", "\xE4\xB8\xAD"},
      {"\xE2", "\xE2"},
      {"", ""},
  };
  for (const Case& row : cases) EXPECT_EQ(fold_typography(row.text), row.folded) << row.text;
}

TEST(Literal, FindsEveryPlaceInTheUnfoldedText) {
  const std::string text =
      "a  \xE2\x80\x9C"
      "b\xE2\x80\x9D a\n\"b\"";
  const std::vector<Span> spans = find_literal(text, "a \"b\"");
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[0], (Span{0, 10}));
  EXPECT_EQ(spans[1], (Span{11, static_cast<std::uint32_t>(text.size())}));
  EXPECT_TRUE(find_literal(text, "A").empty());
  EXPECT_TRUE(find_literal(text, "").empty());
  EXPECT_EQ(find_literal("aaa", "aa").size(), 2U);
}

}  // namespace
}  // namespace warta::searcher
