#include "indexer/extract/page_links.h"

#include <gtest/gtest.h>

#include "indexer/extract/absolute_url.h"
#include "indexer/extract/address_shape.h"
#include "indexer/extract/site_owner.h"

namespace warta::indexer {
namespace {

TEST(AbsoluteUrl, ResolvesReferences) {
  constexpr const char* kBase = "https://www.contoh.id/nasional/2024/judul?page=2";
  const std::pair<const char*, const char*> cases[] = {
      {"https://lain.id/a#b", "https://lain.id/a"},
      {"//cdn.contoh.id/x", "https://cdn.contoh.id/x"},
      {"/daerah/berita", "https://www.contoh.id/daerah/berita"},
      {"berita lain", "https://www.contoh.id/nasional/2024/berita%20lain"},
      {"../ekonomi/", "https://www.contoh.id/nasional/ekonomi/"},
      {"?page=3", "https://www.contoh.id/nasional/2024/judul?page=3"},
      {"#komentar", "https://www.contoh.id/nasional/2024/judul?page=2"},
      {" /a\n/b ", "https://www.contoh.id/a/b"},
      {"/a?utm_source=x&id=1", "https://www.contoh.id/a?id=1"},
      {"javascript:void(0)", ""},
      {"mailto:redaksi@contoh.id", ""},
      {"tel:021", ""},
      {"", ""},
  };
  for (const auto& [reference, expected] : cases) EXPECT_EQ(absolute_url(kBase, reference), expected) << reference;
  EXPECT_EQ(absolute_url("", "/a"), "");
  EXPECT_EQ(absolute_url("", "http://contoh.id/a"), "http://contoh.id/a");
}

TEST(AddressShape, TellsArticlesFromLists) {
  const std::pair<const char*, AddressShape> cases[] = {
      {"https://contoh.id/read/2024/05/12/0815/harga-beras-naik-lagi", AddressShape::article},
      {"https://contoh.id/berita/4123456/harga-beras-naik", AddressShape::article},
      {"https://contoh.id/harga-beras-naik-lagi-di-pasar-induk/", AddressShape::article},
      {"https://contoh.id/harga-beras-naik.html", AddressShape::possible},
      {"https://contoh.id/berita/4123456", AddressShape::possible},
      {"https://contoh.id/?p=12345", AddressShape::possible},
      {"https://contoh.id/", AddressShape::other},
      {"https://contoh.id", AddressShape::other},
      {"https://contoh.id/nasional", AddressShape::other},
      {"https://contoh.id/tag/harga-beras-naik-lagi-2024", AddressShape::other},
      {"https://contoh.id/pedoman-media-siber", AddressShape::other},
      {"https://contoh.id/indeks?page=3", AddressShape::other},
      {"https://contoh.id/video/12345/harga-beras-naik-lagi", AddressShape::other},
  };
  for (const auto& [url, expected] : cases) EXPECT_EQ(address_shape(url), expected) << url;
}

TEST(AddressShape, TakesPageNumbersOff) {
  struct Case {
    const char* url;
    const char* article;
    unsigned page;
    bool is_all;
  };
  const Case cases[] = {
      {"https://www.contoh.id/a/judul-berita-ini", "contoh.id/a/judul-berita-ini", 1, false},
      {"https://www.contoh.id/a/judul-berita-ini?page=2", "contoh.id/a/judul-berita-ini", 2, false},
      {"https://contoh.id/a/judul-berita-ini/3", "contoh.id/a/judul-berita-ini", 3, false},
      {"https://contoh.id/a/judul-berita-ini/halaman-2/", "contoh.id/a/judul-berita-ini", 2, false},
      {"https://contoh.id/a/judul-berita-ini/page/4/", "contoh.id/a/judul-berita-ini", 4, false},
      {"https://contoh.id/a/judul-berita-ini?page=all", "contoh.id/a/judul-berita-ini", 1, true},
      {"https://contoh.id/a/judul-berita-ini/all", "contoh.id/a/judul-berita-ini", 1, true},
      {"https://contoh.id/b.php?id=7654&hal=2", "contoh.id/b.php?id=7654", 2, false},
      {"https://contoh.id/indeks/2024/05/12", "contoh.id/indeks/2024/05/12", 1, false},
      {"https://contoh.id/?p=12345", "contoh.id?p=12345", 1, false},
  };
  for (const Case& item : cases) {
    const PagedAddress paged = paged_address(item.url);
    EXPECT_EQ(paged.article, item.article) << item.url;
    EXPECT_EQ(paged.page, item.page) << item.url;
    EXPECT_EQ(paged.is_all, item.is_all) << item.url;
  }
}

TEST(SiteOwner, IsWhoseNameItIs) {
  EXPECT_TRUE(is_same_site("https://jabar.contoh.co.id/a", "http://www.contoh.co.id"));
  EXPECT_FALSE(is_same_site("https://lain.co.id/a", "http://www.contoh.co.id"));
  EXPECT_TRUE(is_same_site("https://m.contoh.com/a", "https://contoh.com/"));
  EXPECT_FALSE(is_same_site("mailto:a@contoh.com", "https://contoh.com/"));
  // Everybody can have a name or a blog there.
  for (const char* host :
       {"blogspot.com", "blogspot.co.id", "wordpress.com", "github.io", "go.id", "desa.id", "com.my"}) {
    const std::string mine = "https://saya." + std::string(host) + "/a";
    EXPECT_FALSE(is_same_site(mine, "https://lain." + std::string(host) + "/a")) << host;
    EXPECT_FALSE(is_same_site(mine, "https://" + std::string(host) + "/a")) << host;
    EXPECT_TRUE(is_same_site(mine, "http://m.saya." + std::string(host) + "/b")) << host;
  }
  EXPECT_FALSE(is_same_site("https://1.2.3.4/a", "https://9.9.3.4/a"));
  EXPECT_TRUE(is_same_site("https://1.2.3.4/a", "http://1.2.3.4:8080/b"));
}

TEST(SiteOwner, KnowsWhatACacheCopies) {
  EXPECT_EQ(copied_page("https://contoh-id.cdn.ampproject.org/c/s/contoh.id/a/amp"), "https://contoh.id/a/amp");
  EXPECT_EQ(copied_page("https://contoh-id.cdn.ampproject.org/v/contoh.id/a"), "https://contoh.id/a");
  EXPECT_EQ(copied_page("https://www.bing-amp.com/c/s/contoh.id/a"), "https://contoh.id/a");
  EXPECT_EQ(copied_page("https://notampproject.org/c/s/contoh.id/a"), "");
  EXPECT_EQ(copied_page("https://cdn.ampproject.org"), "");
  EXPECT_EQ(copied_page("https://contoh.id/c/s/a"), "");
}

struct PageCase {
  const char* name;
  const char* url;
  const char* html;
  const char* single_page;
  const char* next_page;
};

TEST(PageLinks, FindsAnArticlesOtherPages) {
  constexpr const char* kArticle = "https://contoh.id/read/12345/judul-berita-ini";
  const PageCase cases[] = {
      {"numbered", kArticle, "<a href='?page=1'>1</a><a href='?page=2'>2</a><a href='?page=3'>3</a>", "",
       "https://contoh.id/read/12345/judul-berita-ini?page=2"},
      {"second page", "https://contoh.id/read/12345/judul-berita-ini?page=2",
       "<a href='?page=1'>1</a><a href='?page=2'>2</a><a href='?page=3'>Selanjutnya</a>", "",
       "https://contoh.id/read/12345/judul-berita-ini?page=3"},
      {"last page", "https://contoh.id/read/12345/judul-berita-ini?page=3",
       "<a href='?page=1'>1</a><a href='?page=2'>Sebelumnya</a>", "", ""},
      {"all", kArticle, "<a href='?page=2'>2</a> <a href='?page=all'>Tampilkan Semua</a>",
       "https://contoh.id/read/12345/judul-berita-ini?page=all",
       "https://contoh.id/read/12345/judul-berita-ini?page=2"},
      {"all, by its words", kArticle,
       "<a href='?lengkap=ya&page=1'>x</a><a href='/read/12345/judul-berita-ini/1'>"
       "Selengkapnya dalam satu halaman</a>",
       "https://contoh.id/read/12345/judul-berita-ini/1", ""},
      {"the view of all pages", "https://contoh.id/read/12345/judul-berita-ini?page=all",
       "<a href='?page=1'>1</a><a href='?page=2'>2</a>", "", ""},
      {"link element", kArticle, "<link rel='next' href='/read/12345/judul-berita-ini/2'>", "",
       "https://contoh.id/read/12345/judul-berita-ini/2"},
      {"unknown parameter", kArticle, "<a href='?start=10'>Halaman Selanjutnya</a>", "",
       "https://contoh.id/read/12345/judul-berita-ini?start=10"},
      {"the next article", kArticle, "<a rel='next' href='/read/12346/judul-berita-lain'>Selanjutnya</a>", "", ""},
      {"comments", kArticle, "<a href='?cpage=2'>Komentar selanjutnya</a><a href='#k'>Lihat semua komentar</a>", "",
       ""},
      {"a list", "https://contoh.id/nasional", "<a href='?page=2'>Selanjutnya</a>", "", ""},
      {"an index by day", "https://contoh.id/indeks/2024/05/12", "<a href='/indeks/2024/05/13'>13</a>", "", ""},
      {"base", kArticle, "<base href='https://contoh.id/read/12345/'><a href='judul-berita-ini/2'>2</a>", "",
       "https://contoh.id/read/12345/judul-berita-ini/2"},
      {"canonical", "",
       "<link rel=canonical href='https://contoh.id/read/12345/judul-berita-ini'><a href='?page=2'>2</a>", "",
       "https://contoh.id/read/12345/judul-berita-ini?page=2"},
      {"no address at all", "", "<a href='?page=2'>2</a>", "", ""},
  };
  for (const PageCase& item : cases) {
    const PageLinks links = find_page_links(item.html, {.url = item.url, .charset = ""});
    EXPECT_EQ(links.single_page, item.single_page) << item.name;
    EXPECT_EQ(links.next_page, item.next_page) << item.name;
  }
}

TEST(PageLinks, FindsFeeds) {
  const PageLinks links = find_page_links(
      "<link rel='alternate' type='application/rss+xml' href='/feed'>"
      "<link rel='Alternate' type='application/atom+xml' href='atom.xml'>"
      "<link rel='alternate' type='application/feed+json' href='/feed.json'>"
      "<link rel='alternate' type='application/rss+xml' href='/feed' title='Lagi'>"
      "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
      "<link rel='alternate' type='application/rss+xml' href='/?feed=comments-rss2'>"
      "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts/1'>"
      "<link rel='alternate' hreflang='en' href='/en'>",
      {.url = "https://contoh.id/", .charset = ""});
  EXPECT_EQ(links.feeds, (std::vector<std::string>{"https://contoh.id/feed", "https://contoh.id/atom.xml",
                                                   "https://contoh.id/feed.json"}));
}

TEST(PageLinks, FindsArticlesOfAFrontPage) {
  const PageLinks links = find_page_links(
      "<nav><a href='/nasional'>Nasional</a><a href='/login'>Masuk ke akun pembaca Anda</a></nav>"
      "<a href='/read/12345/judul-berita-ini'><img src=a.jpg></a>"
      "<a href='/read/12345/judul-berita-ini?utm_source=depan'><h3>Judul berita ini cukup panjang</h3></a>"
      "<a href='https://jabar.contoh.id/98765'>Warga desa bergotong royong membangun jembatan</a>"
      "<a href='/98764'>Foto</a>"
      "<a href='https://lain.id/read/12345/judul-berita-orang-lain'>Judul berita dari situs yang lain</a>"
      "<a href='/tag/harga-beras-naik-lagi'>Harga beras naik lagi</a>"
      "<a href='/2024/05/12/petani-garam-madura-panen'><img alt='Petani garam Madura panen raya'></a>",
      {.url = "https://www.contoh.id/", .charset = ""});
  EXPECT_EQ(links.articles, (std::vector<std::string>{"https://www.contoh.id/read/12345/judul-berita-ini",
                                                      "https://jabar.contoh.id/98765",
                                                      "https://www.contoh.id/2024/05/12/petani-garam-madura-panen"}));
}

TEST(AppendPage, JoinsBodiesWithoutRepetitions) {
  Article first;
  first.title = "Judul Berita";
  first.body = "Kepala berita yang diulang di tiap halaman.\nParagraf kedua.";
  Article next;
  next.title = "Judul Berita - Halaman 2";
  next.authors = {"Sari Dewi"};
  next.body = "Judul Berita\nKepala berita yang diulang di tiap halaman.\nParagraf ketiga.\nParagraf kedua.";
  append_page(first, Article(next));
  EXPECT_EQ(first.body,
            "Kepala berita yang diulang di tiap halaman.\nParagraf kedua.\nParagraf ketiga.\nParagraf kedua.");
  EXPECT_EQ(first.title, "Judul Berita");
  EXPECT_EQ(first.authors, (std::vector<std::string>{"Sari Dewi"}));
}

TEST(AppendPage, AddsNothingOfTheSamePage) {
  Article first;
  first.body = "Satu kalimat yang cukup panjang.\nDua.\nTiga kalimat yang cukup panjang.";
  const std::string body = first.body;
  append_page(first, Article(first));
  EXPECT_EQ(first.body, body);
  Article empty;
  append_page(empty, Article(first));
  EXPECT_EQ(empty.body, body);
}

}  // namespace
}  // namespace warta::indexer
