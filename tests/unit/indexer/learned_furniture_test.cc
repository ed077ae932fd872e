// Lines that a site's pages share: what is learned, and what is not.
#include "indexer/repeated_lines/learned_furniture.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/indexer/site_pages.h"

namespace warta::indexer {
namespace {

LearnedFurniture nothing_learned() {
  return LearnedFurniture([](const std::string&) { return std::string(); });
}

bool take(LearnedFurniture& furniture, Article& article, std::uint64_t key) {
  return furniture.take(lines_of_page(article), key, article);
}

bool learns(const std::vector<Article>& pages, const std::string& line) {
  LearnedFurniture furniture = nothing_learned();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Article article = pages[i];
    take(furniture, article, i + 1);
  }
  Article test = page(0, {"Paragraf ini tidak ada di halaman mana pun sebelumnya.", line});
  return furniture.clean(test);
}

TEST(LearnedFurniture, IsWhatPagesOfManyTopicsShare) {
  for (const std::size_t place : {0U, 1U, 3U}) {
    EXPECT_TRUE(learns(pages_with(kAppeal, place, SiteLines::kLeastTopics), kAppeal)) << place;
    EXPECT_FALSE(learns(pages_with(kAppeal, place, SiteLines::kLeastTopics - 1), kAppeal)) << place;
  }
  EXPECT_TRUE(learns(pages_with("Indeks", 3, 6), "INDEKS")) << "case does not matter";
}

TEST(LearnedFurniture, IsNoCrossHead) {
  for (const char* head : {"Kronologi", "Fakta Menarik", "Inilah daftar lengkap semua pemenangnya:"}) {
    EXPECT_FALSE(learns(pages_with(head, 1, 8), head)) << head;
  }
}

TEST(LearnedFurniture, IsOneLineWhateverItsNumbers) {
  const char* const lines[] = {"Dibaca 1.234 kali", "Dibaca 98 kali", "dibaca 7 kali",
                               "Dibaca 10,5 kali",  "Dibaca 3 kali",  "Dibaca 12.000.345 kali"};
  std::vector<Article> pages;
  for (std::size_t i = 0; i < std::size(lines); ++i) pages.push_back(page_with(i, lines[i], 3));
  EXPECT_TRUE(learns(pages, "Dibaca 55 kali"));
  EXPECT_FALSE(learns(pages, "Dibaca kali"));
  pages.clear();
  for (std::size_t i = 0; i < 8; ++i) {
    const Story& told = kStories[i];
    pages.push_back(page(i, {told.first, "Langkah 1", told.second, "Langkah 2", told.third}));
  }
  EXPECT_FALSE(learns(pages, "Langkah 1")) << "numbered cross-heads";
}

TEST(LearnedFurniture, IsNoDateline) {
  std::vector<Article> pages;
  for (std::size_t i = 0; i < 8; ++i) pages.push_back(page(i, {"Jakarta", std::string("- ") + kStories[i].first}));
  EXPECT_FALSE(learns(pages, "Jakarta"));
}

TEST(LearnedFurniture, IsNoBackgroundOfFollowUpStories) {
  const std::string background = "Bendungan Cikapundung jebol pada awal pekan dan menewaskan dua penjaga pintu air.";
  std::vector<Article> pages;
  for (std::size_t i = 0; i < 8; ++i) {
    Article article = page_with(i, background, 3);
    article.title = "Bendungan Cikapundung: " + article.title;
    pages.push_back(article);
  }
  EXPECT_FALSE(learns(pages, background)) << "titles that share words";
  pages.clear();
  for (std::size_t i = 0; i < 8; ++i) {
    Article article = page_with(i, background, 3);
    article.body += "\nPenjaga pintu bendungan Cikapundung itu dimakamkan, kata warga yang menewaskan waktu.";
    pages.push_back(article);
  }
  EXPECT_FALSE(learns(pages, background)) << "words that stand elsewhere in the story";
}

TEST(LearnedFurniture, IsOfOneSite) {
  LearnedFurniture furniture = nothing_learned();
  for (std::size_t i = 0; i < 8; ++i) {
    Article article = page_with(i, kAppeal, 3);
    article.source = i % 2 == 0 ? "satu.id" : "dua.id";
    EXPECT_FALSE(take(furniture, article, i)) << i;
  }
  Article without_source = page_with(0, kAppeal, 3);
  without_source.source.clear();
  EXPECT_FALSE(take(furniture, without_source, 99));
}

TEST(LearnedFurniture, IsNoVersionOrCopyOfOneArticle) {
  std::vector<Article> pages;
  for (int i = 0; i < 20; ++i) pages.push_back(page_with(0, kAppeal, 3));
  EXPECT_FALSE(learns(pages, kAppeal));
}

TEST(LearnedFurniture, LeavesNoArticleEmpty) {
  LearnedFurniture furniture = nothing_learned();
  for (std::size_t i = 0; i < 6; ++i) {
    Article article = page_with(i, kAppeal, 3);
    take(furniture, article, i);
  }
  Article all_furniture = page(7, {kAppeal, kAppeal});
  EXPECT_FALSE(furniture.clean(all_furniture));
  EXPECT_EQ(all_furniture.body, std::string(kAppeal) + "\n" + kAppeal);
}

TEST(LearnedFurniture, NamesThePagesThatCameBefore) {
  LearnedFurniture furniture = nothing_learned();
  for (std::size_t i = 0; i < 7; ++i) {
    Article article = page_with(i, kAppeal, 3);
    EXPECT_EQ(take(furniture, article, 10 + i), i + 1 >= SiteLines::kLeastTopics) << i;
  }
  const std::set<std::uint64_t> named(furniture.to_correct().begin(), furniture.to_correct().end());
  EXPECT_EQ(named, (std::set<std::uint64_t>{10, 11, 12, 13}));
}

TEST(LearnedFurniture, GoesOnWhereTheLastRunEnded) {
  std::map<std::string, std::string> kept;
  const auto load = [&](const std::string& site) { return kept[site_lines_key(site)]; };
  for (std::size_t i = 0; i < 7; ++i) {
    LearnedFurniture furniture(load);
    Article article = page_with(i, kAppeal, 3);
    EXPECT_EQ(take(furniture, article, i), i + 1 >= SiteLines::kLeastTopics) << i;
    for (const auto& [key, value] : furniture.metadata()) kept[key] = value;
  }
}

TEST(SiteLines, RemembersABoundedNumber) {
  SiteLines site;
  const Topic topic = lines_of_page(page(0, {"a"})).topic;
  for (std::uint64_t line = 1; line <= 10 * SiteLines::kGenerationLines; ++line) {
    site.note({.hash = line, .is_like_head = false, .is_foreign = true}, "baris", topic, line);
    ASSERT_LE(site.remembered(), 2 * SiteLines::kGenerationLines);
  }
  EXPECT_EQ(SiteLines::parse(site.serialised()).serialised(), site.serialised());
}

TEST(SiteLines, ReadsNothingFromBrokenBytes) {
  for (const std::string& bytes : {std::string(), std::string("\xFF\xFF\xFF"), std::string(50, '\x7F')}) {
    const SiteLines site = SiteLines::parse(bytes);
    EXPECT_EQ(site.remembered(), 0U);
    EXPECT_TRUE(site.learned().empty());
  }
}

}  // namespace
}  // namespace warta::indexer
