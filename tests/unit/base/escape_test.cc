#include "base/escape.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(TerminalSafe, ReplacesWhatSteersATerminal) {
  EXPECT_EQ(terminal_safe("harga\x1B[31m beras\nnaik\t"), "harga [31m beras naik ");
  EXPECT_EQ(terminal_safe("a\xC2\x9B"
                          "b"),
            "a b");  // C1 CSI
  EXPECT_EQ(terminal_safe("a\xE2\x80\xAE"
                          "b"),
            "a b");  // right-to-left override
  EXPECT_EQ(terminal_safe("Jum\xE2\x80\x99"
                          "at"),
            "Jum\xE2\x80\x99"
            "at");  // a curly apostrophe is text
}

TEST(TerminalSafe, ReplacesInvalidUtf8) {
  EXPECT_EQ(terminal_safe("a\xFF"
                          "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(terminal_safe("\xE2\x80"), "\xEF\xBF\xBD");
}

TEST(HtmlSafe, EscapesMarkup) {
  EXPECT_EQ(html_safe("<b>\"R&D\" 'x'</b>"), "&lt;b&gt;&quot;R&amp;D&quot; &#39;x&#39;&lt;/b&gt;");
}

TEST(ValidUtf8, TellsAndRepairs) {
  EXPECT_TRUE(is_valid_utf8("Soeharto \xC3\xA9"));
  EXPECT_FALSE(is_valid_utf8("\xC3"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_TRUE(is_valid_utf8(valid_utf8("\xC3(\xED\xA0\x80")));
}

}  // namespace
}  // namespace warta
