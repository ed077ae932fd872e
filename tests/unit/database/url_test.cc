#include <gtest/gtest.h>

#include "database/article.h"

namespace warta {
namespace {

struct Row {
  const char* url;
  const char* clean;
  const char* canonical;
};

TEST(Url, IsCleanedForReadersAndFoldedForKeys) {
  const Row rows[] = {
      {"http://www.Contoh.co.id/a/b/", "http://www.contoh.co.id/a/b/", "https://contoh.co.id/a/b"},
      {" https://contoh.id ", "https://contoh.id", "https://contoh.id"},
      {"https://contoh.id/", "https://contoh.id/", "https://contoh.id"},
      {"HTTP://contoh.id:80/A?b=C#d", "http://contoh.id/A?b=C", "https://contoh.id/A?b=C"},
      {"https://contoh.id:443/a", "https://contoh.id/a", "https://contoh.id/a"},
      {"https://contoh.id:8443/a", "https://contoh.id:8443/a", "https://contoh.id:8443/a"},
      {"https://contoh.id/a?utm_source=x&id=7&fbclid=y", "https://contoh.id/a?id=7", "https://contoh.id/a?id=7"},
      {"https://contoh.id/a?UTM_Source=x", "https://contoh.id/a", "https://contoh.id/a"},
      {"https://contoh.id/a?", "https://contoh.id/a", "https://contoh.id/a"},
      {"https://contoh.id/a?&&", "https://contoh.id/a", "https://contoh.id/a"},
      {"https://contoh.id/a?page=all", "https://contoh.id/a?page=all", "https://contoh.id/a"},
      {"https://contoh.id/a?page=2", "https://contoh.id/a?page=2", "https://contoh.id/a?page=2"},
      {"https://contoh.id?p=12", "https://contoh.id?p=12", "https://contoh.id?p=12"},
      {"http://nama:sandi@contoh.id/a", "http://contoh.id/a", "https://contoh.id/a"},
      {"http://contoh.id/Judul.Berita.", "http://contoh.id/Judul.Berita.", "https://contoh.id/Judul.Berita."},
      {"http://contoh.id/a b\"<c>\n", "http://contoh.id/a%20b%22%3Cc%3E", "https://contoh.id/a%20b%22%3Cc%3E"},
      {"http://contoh.id./a", "http://contoh.id/a", "https://contoh.id/a"},
      {"http://[::1]:8080/a", "http://[::1]:8080/a", "https://[::1]:8080/a"},
      {"ftp://contoh.id/a", "", ""},
      {"javascript:alert(1)", "", ""},
      {"/berita/1", "", ""},
      {"//contoh.id/a", "", ""},
      {"http:///a", "", ""},
      {"http://con toh.id/", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(clean_url(row.url), row.clean) << row.url;
    EXPECT_EQ(canonical_url(row.url), row.canonical) << row.url;
    EXPECT_EQ(clean_url(row.clean), row.clean) << "cleaning twice changes nothing";
    EXPECT_EQ(canonical_url(row.canonical), row.canonical) << "folding twice changes nothing";
    EXPECT_EQ(canonical_url(row.clean), row.canonical) << row.url;
  }
}

TEST(SiteOfUrl, IsTheHostWithoutWwwAndPort) {
  EXPECT_EQ(site_of_url("http://www.Contoh.co.id:8080/a"), "contoh.co.id");
  EXPECT_EQ(site_of_url("https://tekno.contoh.com/a"), "tekno.contoh.com");
  EXPECT_EQ(site_of_url("contoh.com"), "");
}

}  // namespace
}  // namespace warta
