#include "database/article.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/bounded_key.h"

namespace warta {
namespace {

TEST(Identity, PrefersUrlThenIdThenContent) {
  Article article;
  article.title = "Harga Beras Turun";
  const std::string by_content = identity(article);
  EXPECT_EQ(by_content.front(), 'h');
  EXPECT_EQ(by_content.size(), 17u);
  article.id = "7";
  EXPECT_EQ(identity(article), "i7");
  article.url = "http://www.contoh.id/a/?utm_source=x";
  EXPECT_EQ(identity(article), "uhttps://contoh.id/a");
}

TEST(Identity, StaysShortAndUnique) {
  Article first;
  first.url = "https://contoh.id/" + std::string(300, 'a');
  Article second = first;
  second.url += "b";
  EXPECT_EQ(identity(first).size(), 200u);
  EXPECT_NE(identity(first), identity(second));
  first.url.clear();
  first.id = std::string(100000, 'x');
  EXPECT_EQ(identity(first).size(), 200u);
  first.id = std::string(150, '\0');
  EXPECT_LE(bytes_as_term(identity(first)), 200u);
}

TEST(Identity, DoesNotDependOnTheLanguageThatWasDetected) {
  Article article;
  article.title = "Judul";
  const std::string before = identity(article);
  article.language = "id";
  EXPECT_EQ(identity(article), before);
}

TEST(LanguageOf, IsIndonesianWhereNothingIsKnown) {
  Article article;
  EXPECT_EQ(language_of(article), "id");
  EXPECT_TRUE(is_indonesian(article));
  article.language = "ms";
  EXPECT_EQ(language_of(article), "ms");
  EXPECT_FALSE(is_indonesian(article));
}

TEST(ContentHash, ChangesWithEveryField) {
  Article base;
  base.title = "Judul";
  base.body = "Isi";
  std::vector<Article> variants(12, base);
  variants[0].id = "1";
  variants[1].url = "https://contoh.id/1";
  variants[2].title = "judul";
  variants[3].body = "Isi.";
  variants[4].published = Timestamp{0, kWibOffsetMinutes, true};
  variants[5].modified = Timestamp{0, kWibOffsetMinutes, true};
  variants[6].authors = {"Sari"};
  variants[7].source = "contoh.id";
  variants[8].category = "Ekonomi";
  variants[9].tags = {"beras"};
  variants[10].language = "id";
  variants[11].extra = {{"foto", "\"a.jpg\""}};
  variants.push_back(base);
  variants.back().published = Timestamp{0, kWibOffsetMinutes, false};
  variants.push_back(base);
  variants.back().title = "JudulI";  // text that moves from one field to the next
  variants.back().body = "si";
  variants.push_back(base);
  std::vector<std::uint64_t> hashes;
  for (const Article& article : variants) hashes.push_back(content_hash(article));
  EXPECT_EQ(hashes.back(), content_hash(base));
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::adjacent_find(hashes.begin(), hashes.end()), hashes.end());
}

// The hash stands in databases: a new value would make every article look changed.
TEST(ContentHash, IsStable) {
  Article article;
  article.title = "Harga Beras Turun";
  EXPECT_EQ(content_hash(article), 675119001928454732u);
}

}  // namespace
}  // namespace warta
