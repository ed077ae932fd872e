#include "searcher/verification/literal.h"

#include <iterator>
#include <random>
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

// Whichever way is taken through the text: what is found is what stands in the folded text.
TEST(Literal, FindsAsOftenAsInTheFoldedText) {
  constexpr const char* kPieces[] = {"a",        "b",
                                     "ab",       " ",
                                     "  ",       "\n",
                                     "\"",       "\xE2\x80\x9C",
                                     "-",        "\xE2\x80\x93",
                                     "\xC2\xAD", "\xE2\x80\x8B",
                                     "\xC2\xA0", "\xC3\xA9",
                                     "\xE2",     "\x7F"};
  constexpr unsigned kSeed = 20260105;
  std::mt19937 random(kSeed);
  const auto text_of = [&](std::size_t pieces) {
    std::string text;
    while (pieces-- > 0) text += kPieces[random() % std::size(kPieces)];
    return text;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string text = text_of(random() % 24);
    const std::string phrase = fold_typography(text_of(1 + random() % 5));
    const std::string folded = fold_typography(text);
    std::size_t expected = 0;
    for (std::size_t at = phrase.empty() ? std::string::npos : folded.find(phrase); at != std::string::npos;
         at = folded.find(phrase, at + 1)) {
      ++expected;
    }
    const std::vector<Span> spans = find_literal(text, phrase);
    EXPECT_EQ(spans.size(), expected) << "seed " << kSeed << ", round " << round << ": " << phrase << " in " << text;
    for (const Span& span : spans) {
      EXPECT_EQ(fold_typography(std::string_view(text).substr(span.begin, span.end - span.begin)), phrase);
    }
  }
}

}  // namespace
}  // namespace warta::searcher
