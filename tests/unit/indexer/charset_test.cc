#include "indexer/extract/charset.h"

#include <gtest/gtest.h>

#include "base/escape.h"

namespace warta::indexer {
namespace {

TEST(Charset, DecodesWhatPagesHold) {
  struct Row {
    std::string bytes;
    const char* expected;
  };
  const Row rows[] = {
      {"Jum\xE2\x80\x99"
       "at",
       "Jum\xE2\x80\x99"
       "at"},
      {"\xEF\xBB\xBF"
       "Jumat",
       "Jumat"},
      {std::string("\xFF\xFEJ\0u\0", 6), "Ju"},
      {std::string("\xFE\xFF\0J\0u", 6), "Ju"},
      {"<meta charset=\"iso-8859-1\">\x93ya\x94", "<meta charset=\"iso-8859-1\">\xE2\x80\x9Cya\xE2\x80\x9D"},
      {"<meta charset=iso-8859-1>\xE2\x80\x9Cya", "<meta charset=iso-8859-1>\xE2\x80\x9Cya"},  // declared wrongly
      {"<meta charset=utf-8>Jum\x92"
       "at",
       "<meta charset=utf-8>Jum\xE2\x80\x99"
       "at"},  // a stray byte
      {"<?xml version=\"1.0\" encoding=\"UTF-16\"?>a", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>a"},
      {std::string("a\0b", 3), "ab"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(to_utf8(row.bytes), row.expected);
  EXPECT_TRUE(is_valid_utf8(to_utf8("<meta charset=tidak-ada>\xFF\xFE\xFD")));
}

TEST(Charset, TakesTheHeaderBeforeTheDeclaration) {
  constexpr const char* kPage = "<meta charset=iso-8859-5>\xE9";
  EXPECT_TRUE(to_utf8(kPage, "ISO-8859-2").ends_with("\xC3\xA9"));
  EXPECT_TRUE(to_utf8(kPage).ends_with("\xD1\x89"));
  EXPECT_TRUE(to_utf8(kPage, "tidak-ada").ends_with("\xD1\x89"));
  // What is UTF-8 stays UTF-8, whatever the header says.
  EXPECT_EQ(to_utf8("Jumat \xE2\x80\x93", "windows-1252"), "Jumat \xE2\x80\x93");
}

TEST(Charset, KnowsUtf16WithoutMark) {
  EXPECT_EQ(to_utf8(std::string_view("<\0p\0>\0a\0", 8)), "<p>a");
  EXPECT_EQ(to_utf8(std::string_view("\0<\0p\0>\0a", 8)), "<p>a");
}

TEST(Charset, LetsNoControlCharacterThrough) {
  EXPECT_EQ(to_utf8("a\x1B[31m\x7F\tb\n"), "a[31m\tb\n");
}

TEST(Charset, ReadsTheDeclaration) {
  EXPECT_EQ(declared_charset("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>"), "iso-8859-1");
  EXPECT_EQ(declared_charset("<meta charset = x>"), "");
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='Big5'?>"), "big5");
  EXPECT_EQ(declared_charset("charset="), "");
}

}  // namespace
}  // namespace warta::indexer
