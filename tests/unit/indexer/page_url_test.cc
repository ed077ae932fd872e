#include "indexer/extract/page_url.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(ChooseUrl, PrefersWhatThePageDeclares) {
  struct Row {
    const char* html;
    const char* declared;
    const char* hint;
    const char* expected;
  };
  const Row rows[] = {
      {"", "https://contoh.id/a", "https://contoh.id/b", "https://contoh.id/a"},
      {"", "", "https://contoh.id/b#x", "https://contoh.id/b"},
      {"", "/a", "https://contoh.id/b", "https://contoh.id/b"},
      {"", "", "berkas.html", ""},
      // the share bar knows the address without the query
      {"share?u=https://contoh.id/harga-beras-naik'", "https://contoh.id/harga-beras-naik?i=1", "",
       "https://contoh.id/harga-beras-naik"},
      {"", "https://contoh.id/harga-beras-naik?i=1", "", "https://contoh.id/harga-beras-naik?i=1"},
      // here the query is the article
      {"<a href=\"https://contoh.id/index.php\">", "https://contoh.id/index.php?id=1", "",
       "https://contoh.id/index.php?id=1"},
  };
  for (const Row& row : rows) EXPECT_EQ(choose_url(row.html, row.declared, row.hint), row.expected) << row.declared;
}

}  // namespace
}  // namespace warta::indexer
