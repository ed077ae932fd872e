#include "database/language_code.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(LanguageCode, KnowsTagsAndNames) {
  const std::pair<const char*, const char*> cases[] = {
      {"id", "id"},    {"id-ID", "id"},     {"In-Id", "id"}, {"Bahasa Indonesia", "id"}, {"en_US", "en"},
      {" EN\n", "en"}, {"Bahasa Jawa", ""}, {"sunda", "su"}, {"Melayu", "ms"},           {"?", ""},
      {"", ""},
  };
  for (const auto& [text, code] : cases) EXPECT_EQ(language_code(text), code) << text;
}

}  // namespace
}  // namespace warta
