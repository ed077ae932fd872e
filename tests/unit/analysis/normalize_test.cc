#include "analysis/normalize.h"

#include <string>

#include <gtest/gtest.h>
#include <utf8proc.h>

namespace warta::analysis {
namespace {

constexpr std::int32_t kLastCodePoint = 0x10FFFF;

bool is_surrogate(std::int32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

std::string normal_form(std::int32_t c) {
  std::string out;
  append_normalized(c, out);
  return out;
}

TEST(Normalize, GivesOneSpelling) {
  const std::pair<const char*, const char*> rows[] = {
      {"Harga BERAS", "harga beras"},
      {"Jum’at Jum'at Jum`at Jum´at Jumʼat", "jum'at jum'at jum'at jum'at jum'at"},
      {"anak‐anak anak–anak anak−anak", "anak-anak anak-anak anak-anak"},
      {"kafe\u0301 kafé", "kafe kafe"},
      {"so\u00ADal \u200Bini\u200D", "soal ini"},
      {"ﬁlm ½ ㎏ ™", "film 1⁄2 kg tm"},
      {"ÆØŁß Œ", "aeolss oe"},
      {"مُحَمَّد مـحمد", "محمد محمد"},
      {"한", "\u1112\u1161\u11AB"},
      {"\xFF\xC3(", "\uFFFD\uFFFD("},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(normalized(text), expected) << text;
}

// Every code point: normalising twice changes nothing, so that terms can be analysed again.
TEST(Normalize, IsIdempotent) {
  for (std::int32_t c = 0; c <= kLastCodePoint; ++c) {
    if (is_surrogate(c)) continue;
    const std::string once = normal_form(c);
    ASSERT_EQ(normalized(once), once) << std::hex << c;
  }
}

// Every code point: its upper and its lower case have the same normal form, so that case never changes a term.
TEST(Normalize, FoldsCase) {
  for (std::int32_t c = 0; c <= kLastCodePoint; ++c) {
    if (is_surrogate(c)) continue;
    ASSERT_EQ(normal_form(utf8proc_toupper(c)), normal_form(c)) << std::hex << c;
    ASSERT_EQ(normal_form(utf8proc_tolower(c)), normal_form(c)) << std::hex << c;
  }
}

}  // namespace
}  // namespace warta::analysis
