// Lines that a site's pages share: what is learned, what is not, and what a run makes of it.
#include "indexer/repeated_lines/learned_furniture.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "database/schema.h"
#include "indexer/pipeline.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

constexpr const char* kAppeal = "Titipkan salam hangat buat redaksi lewat kotak surat";

// Pages about different things: title and three paragraphs of prose, each with words of its own.
struct Story {
  const char* title;
  const char* first;
  const char* second;
  const char* third;
};

constexpr Story kStories[] = {
    {"Panen Padi Melimpah di Subang",
     "Petani Subang memanen padi lebih awal karena hujan turun merata sejak akhir tahun.",
     "Gabah kering dibeli penggilingan dengan harga yang lebih baik daripada musim tanam sebelumnya.",
     "Dinas setempat meminta petani menyimpan sebagian benih untuk musim tanam yang akan datang."},
    {"Kereta Malam Terlambat Dua Jam",
     "Penumpang kereta malam menunggu dua jam di stasiun karena sinyal di lintas itu rusak.",
     "Petugas membagikan air minum dan meminta maaf lewat pengeras suara kepada semua penumpang.",
     "Perbaikan sinyal selesai menjelang fajar, dan perjalanan kembali lancar menurut kepala stasiun."},
    {"Museum Batik Dibuka Kembali",
     "Museum batik dibuka kembali setelah atap dan ruang pamerannya selesai diperbaiki tahun ini.",
     "Pengunjung pertama datang dari sekolah dasar di sekitar alun-alun bersama para guru mereka.",
     "Kurator menambah koleksi kain pesisir yang dipinjamkan oleh keluarga pembatik dari pantai utara."},
    {"Nelayan Temukan Hiu Paus",
     "Nelayan menemukan hiu paus terjerat jaring di teluk dan melepaskannya bersama para penyelam.",
     "Hewan itu sehat dan berenang kembali ke laut lepas setelah tali pada siripnya dipotong.",
     "Peneliti mencatat ukuran tubuhnya untuk melengkapi data tentang perpindahan hewan laut di perairan itu."},
    {"Festival Layang-Layang Meriah",
     "Ratusan layang-layang menghiasi langit pantai pada pembukaan festival tahunan akhir pekan lalu.",
     "Peserta dari sepuluh negara membawa bentuk naga, burung, dan ikan yang panjangnya puluhan meter.",
     "Panitia memberi hadiah bagi pembuat termuda, seorang murid sekolah menengah dari kota itu."},
    {"Jembatan Gantung Diganti Beton",
     "Jembatan gantung di atas sungai diganti dengan beton supaya truk pengangkut sayur dapat lewat.",
     "Warga dua kampung yang selama ini memutar jauh menyambut pembangunan yang selesai lebih cepat.",
     "Pemerintah daerah menyisihkan dana perawatan agar bangunan itu tidak cepat rusak oleh banjir."},
    {"Kopi Gayo Menembus Pasar Baru",
     "Eksportir kopi gayo mengirim kontainer pertama ke pembeli baru di Eropa timur bulan ini.",
     "Koperasi menjaga mutu dengan memilah biji dua kali dan mencatat kebun asal setiap karung.",
     "Harga di tingkat petani ikut naik, dan lebih banyak pemuda kembali menggarap kebun keluarganya."},
    {"Perpustakaan Keliling Tambah Armada",
     "Perpustakaan keliling menambah tiga mobil yang akan menyinggahi desa terpencil setiap dua pekan.",
     "Buku anak paling banyak dipinjam, disusul resep masakan dan panduan beternak ayam kampung.",
     "Relawan membacakan dongeng di balai desa sambil menunggu giliran anak-anak memilih bacaan."},
};

Article page(std::size_t story, std::vector<std::string> lines, const std::string& site = "contoh.id") {
  const Story& told = kStories[story % std::size(kStories)];
  Article article;
  article.source = site;
  article.url = "https://" + site + "/" + std::to_string(story);
  article.title = told.title;
  for (const std::string& line : lines) article.body += (article.body.empty() ? "" : "\n") + line;
  return article;
}

// The story's paragraphs with a line among them: 0 before all, 3 behind.
Article page_with(std::size_t story, const std::string& line, std::size_t place) {
  const Story& told = kStories[story % std::size(kStories)];
  std::vector<std::string> lines = {told.first, told.second, told.third};
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), line);
  return page(story, lines);
}

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

std::vector<Article> pages_with(const std::string& line, std::size_t place, std::size_t count) {
  std::vector<Article> pages;
  for (std::size_t i = 0; i < count; ++i) pages.push_back(page_with(i, line, place));
  return pages;
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

// Pages as scraped text files, each a chunk of its own.
class PageList final : public ChunkReader {
 public:
  PageList(std::vector<Article> pages, SourceKind kind) : pages_(std::move(pages)), kind_(kind) {}

  Result<bool> next(Chunk& chunk) override {
    if (next_ == pages_.size()) return false;
    const Article& page = pages_[next_++];
    chunk = {.kind = kind_, .origin = page.url, .first_line = 1, .bytes = {}};
    if (kind_ == SourceKind::articles) {
      chunk.articles.push_back(page);
    } else {
      chunk.bytes = page.url + "\n" + page.title + "\n" + page.body + "\n";
    }
    return true;
  }
  std::uint64_t total_bytes() const override { return 0; }

 private:
  std::vector<Article> pages_;
  SourceKind kind_;
  std::size_t next_ = 0;
};

class QuietListener final : public RunListener {
 public:
  void skipped(const Skip&) override {}
  void warned(const Skip&) override {}
  void source_failed(const Error&) override {}
  void progressed(const RunCounts&) override {}
  void merging(const RunCounts&) override {}
};

class FurnitureRun : public testing::Test {
 protected:
  RunCounts run(const std::vector<Article>& pages, SourceKind kind = SourceKind::text) {
    PageList reader(pages, kind);
    DatabaseWriter writer = DatabaseWriter::open(path(), {}).value();
    return index_articles(reader, writer, options_, listener_, stop_).value().counts;
  }

  // How many articles of the database hold the line.
  std::size_t holders(const std::string& line) const {
    const OpenDatabase open = open_database(path()).value();
    ArticleCodec codec = ArticleCodec::create(open.settings.dictionary).value();
    std::size_t count = 0;
    for (auto id = open.database.postlist_begin(""); id != open.database.postlist_end(""); ++id) {
      const Article article = codec.decode(open.database.get_document(*id).get_value(kArticleSlot)).value();
      count += article.body.find(line) != std::string::npos ? 1 : 0;
    }
    return count;
  }

  Xapian::doccount articles() const { return open_database(path()).value().database.get_doccount(); }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  PipelineOptions options_;
  QuietListener listener_;
  std::atomic<bool> stop_ = false;
};

TEST_F(FurnitureRun, TakesTheLineFromEveryPage) {
  const std::vector<Article> pages = pages_with(kAppeal, 3, 8);
  for (const unsigned threads : {1U, 4U}) {
    options_.threads = threads;
    std::filesystem::remove_all(path());
    EXPECT_EQ(run(pages).added, 8U);
    EXPECT_EQ(articles(), 8U);
    EXPECT_EQ(holders(kAppeal), 0U);
    EXPECT_EQ(run(pages).unchanged, 8U) << "the same pages again are nothing new";
  }
}

TEST_F(FurnitureRun, TakesTheLineFromPagesThatTheDatabaseHas) {
  const std::vector<Article> pages = pages_with(kAppeal, 3, 8);
  run({pages.begin(), pages.begin() + 3});
  EXPECT_EQ(holders(kAppeal), 3U);
  run(pages);
  EXPECT_EQ(articles(), 8U);
  EXPECT_EQ(holders(kAppeal), 0U);
}

TEST_F(FurnitureRun, KeepsTheLineWhereTheOptionSaysSo) {
  options_.keeps_repeated_lines = true;
  run(pages_with(kAppeal, 3, 8));
  EXPECT_EQ(holders(kAppeal), 8U);
}

TEST_F(FurnitureRun, LeavesRecordsAsTheyAreStated) {
  run(pages_with(kAppeal, 3, 8), SourceKind::articles);
  EXPECT_EQ(holders(kAppeal), 8U);
}

}  // namespace
}  // namespace warta::indexer
