#include "base/language.h"

#include <cerrno>
#include <cstdlib>

#include <gtest/gtest.h>

#include "base/result.h"

namespace warta {
namespace {

Language with_environment(const char* lc_all, const char* lang) {
  setenv("LC_ALL", lc_all, 1);
  unsetenv("LC_MESSAGES");
  setenv("LANG", lang, 1);
  return language_from_environment();
}

TEST(Language, FollowsTheLocale) {
  EXPECT_EQ(with_environment("", "id_ID.UTF-8"), Language::indonesian);
  EXPECT_EQ(with_environment("", "C"), Language::english);
  EXPECT_EQ(with_environment("id", "en_US.UTF-8"), Language::indonesian);
  EXPECT_EQ(with_environment("en_US.UTF-8", "id_ID"), Language::english);  // LC_ALL wins
  EXPECT_EQ(with_environment("", "idx"), Language::english);
}

// The system speaks English only.
TEST(SystemMessage, IsInTheLanguageOfThePerson) {
  EXPECT_EQ(system_message(ENOSPC), "No space left on device");
  set_language(Language::indonesian);
  EXPECT_EQ(system_failure("berita.db", EACCES).value().message, "berita.db: izin ditolak");
  EXPECT_EQ(system_message(EXDEV), "Invalid cross-device link");
  set_language(Language::english);
}

}  // namespace
}  // namespace warta
