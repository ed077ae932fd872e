#include "base/utf8.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(CodePointAt, ReadsOneCharacterOrOneBrokenByte) {
  EXPECT_EQ(code_point_at("beras", 0).value, 'b');
  EXPECT_EQ(code_point_at("caf\xC3\xA9", 3).value, 0xE9);
  EXPECT_EQ(code_point_at("caf\xC3\xA9", 3).bytes, 2U);
  EXPECT_EQ(code_point_at("\xC3(", 0).value, CodePoint::kInvalid);
  EXPECT_EQ(code_point_at("\xE2\x80", 0).bytes, 1U);
}

TEST(CharacterEnd, PassesOverWhatGoesOn) {
  EXPECT_EQ(character_end("beras", 0), 1U);
  EXPECT_EQ(character_end("\xE2\x80\x99"
                          "at",
                          0),
            3U);
  EXPECT_EQ(character_end("\xC3", 0), 1U);
}

TEST(CutAtCharacter, KeepsWholeCharacters) {
  const std::string_view text = "caf\xC3\xA9 a";
  EXPECT_EQ(cut_at_character(text, 100), text);
  EXPECT_EQ(cut_at_character(text, 5), "caf\xC3\xA9");
  EXPECT_EQ(cut_at_character(text, 4), "caf");
  EXPECT_EQ(cut_at_character(text, 0), "");
  EXPECT_EQ(cut_at_character("\x80\x80\x80", 2), "");
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("harga"), 5U);
  EXPECT_EQ(display_width("\xE4\xB8\xAD"), 2U);  // a wide character
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);     // a combining accent
  EXPECT_EQ(display_width("\xFF"), 1U);
}

}  // namespace
}  // namespace warta
