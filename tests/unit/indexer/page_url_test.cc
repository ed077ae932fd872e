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
      {"", "/a", "https://contoh.id/b", "https://contoh.id/a"},
      {"", "true", "https://contoh.id/b", "https://contoh.id/b"},
      {"", "http://localhost/a", "https://contoh.id/b", "https://contoh.id/b"},
      // not believed: another site, the front page, the section
      {"", "https://lain.id/a", "https://contoh.id/b", "https://contoh.id/b"},
      {"", "https://contoh.id/", "https://contoh.id/b", "https://contoh.id/b"},
      {"", "https://contoh.id/nasional", "https://contoh.id/nasional/judul-berita-ini",
       "https://contoh.id/nasional/judul-berita-ini"},
      {"", "https://contoh.id/a", "https://contoh-id.cdn.ampproject.org/c/s/contoh.id/a/amp", "https://contoh.id/a"},
      {"", "https://contoh.id/a", "https://www.bing-amp.com/c/s/www.contoh.id/a/amp", "https://contoh.id/a"},
      // what another site claims, be its name or its host alike
      {"", "https://contoh.id/a", "https://notampproject.org/b", "https://notampproject.org/b"},
      {"", "https://contoh.id/a", "https://lain-id.cdn.ampproject.org/c/s/lain.id/b",
       "https://lain-id.cdn.ampproject.org/c/s/lain.id/b"},
      {"", "https://korban.blogspot.com/a", "https://lain.blogspot.com/b", "https://lain.blogspot.com/b"},
      {"", "https://www.contoh.id/judul-berita", "https://m.contoh.id/judul-berita",
       "https://www.contoh.id/judul-berita"},
      {"", "", "berkas.html", ""},
      // the share bar knows the address without the query
      {"share?u=https://contoh.id/harga-beras-naik'", "https://contoh.id/harga-beras-naik?i=1", "",
       "https://contoh.id/harga-beras-naik"},
      {"", "https://contoh.id/harga-beras-naik?i=1", "", "https://contoh.id/harga-beras-naik?i=1"},
      // here the query is the article
      {"<a href=\"https://contoh.id/index.php\">", "https://contoh.id/index.php?id=1", "",
       "https://contoh.id/index.php?id=1"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(choose_url(row.html, {{row.declared}, "", row.hint}), row.expected) << row.declared << " " << row.hint;
  }
}

}  // namespace
}  // namespace warta::indexer
