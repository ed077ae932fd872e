// The sample articles of tests/corpora, which the demo and the manual use: what each kind of source makes of them.
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sources/chunk.h"

namespace warta::indexer {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct Parsed {
  std::vector<Article> articles = {};
  std::vector<std::string> skips = {};
  std::vector<std::string> warnings = {};
};

Parsed parse(const std::string& path) {
  Parsed parsed;
  const ParsedSink sink = {
      .article = [&](Article&& article) { parsed.articles.push_back(std::move(article)); },
      .skip = [&](Skip&& skip) { parsed.skips.push_back(skip.place + ": " + skip.reason); },
      .warning = [&](Skip&& warning) { parsed.warnings.push_back(warning.place + ": " + warning.reason); },
  };
  const auto reader = open_sources({std::string(WARTA_SOURCE_DIR "/tests/corpora/") + path}, {});
  Chunk chunk;
  while (true) {
    const Result<bool> more = reader->next(chunk);
    EXPECT_TRUE(more) << more.error().message;
    if (!more || !*more) return parsed;
    parse_chunk(chunk, {}, sink);
  }
}

TEST(SampleArticles, JsonLinesAreReadWithoutAComplaint) {
  const Parsed parsed = parse("articles.jsonl");
  EXPECT_THAT(parsed.articles, SizeIs(48));
  EXPECT_THAT(parsed.skips, IsEmpty());
  EXPECT_THAT(parsed.warnings, IsEmpty());
  std::set<std::string> identities;
  for (const Article& article : parsed.articles) {
    identities.insert(identity(article));
    EXPECT_NE(article.title, "");
    EXPECT_GT(article.body.size(), 400U) << article.title;
    EXPECT_NE(article.source, "") << article.title;
    EXPECT_FALSE(article.authors.empty()) << article.title;
    EXPECT_EQ(article.published.has_value(), !article.title.starts_with("Surat Pembaca")) << article.title;
  }
  EXPECT_EQ(identities.size(), parsed.articles.size());
}

// What a person would say of each file. Some of the furniture that must not be in its body stands last.
struct SampleFile {
  const char* path;
  const char* title;
  const char* author;     // "" where it is left open
  const char* published;  // "" where no line of the file is a date
  const char* first_words;
  const char* last_words;
  const char* furniture;
};

class SampleFiles : public ::testing::TestWithParam<SampleFile> {};

TEST_P(SampleFiles, AreWhatAPersonSeesInThem) {
  const SampleFile& expected = GetParam();
  const Parsed parsed = parse(expected.path);
  ASSERT_THAT(parsed.skips, IsEmpty());
  ASSERT_THAT(parsed.articles, SizeIs(1));
  const Article& article = parsed.articles.front();
  EXPECT_EQ(article.title, expected.title);
  if (*expected.author != '\0') {
    EXPECT_THAT(article.authors, Contains(expected.author));
  }
  EXPECT_EQ(article.published ? to_iso8601(*article.published) : "", expected.published);
  EXPECT_THAT(article.body, HasSubstr(expected.first_words));
  EXPECT_THAT(article.body, HasSubstr(expected.last_words));
  EXPECT_THAT(article.body, Not(HasSubstr(expected.furniture)));
  EXPECT_THAT(article.body, Not(HasSubstr("ADVERTISEMENT")));
}

INSTANTIATE_TEST_SUITE_P(
    Text, SampleFiles,
    ::testing::Values(
        SampleFile{"text/banjir-rob-demak.txt", "Rob dan Hujan Bertemu, Pantura Demak Lumpuh Sembilan Jam", "", "",
                   "Jalur pantura di wilayah Demak", "jalur alternatif lewat Purwodadi.", "Silakan masukkan komentar"},
        SampleFile{"text/beras-analog.txt", "Harga Beras Mahal, Warga Gunungkidul Kembali ke Tiwul", "", "",
                   "Kepulan uap dari kukusan bambu", "teman-temannya mau mencoba.", "ARTIKEL TERKINI"},
        SampleFile{"text/kirab-sedekah-laut.txt", "Sedekah Laut Kembali Digelar, Kepala Kerbau Diganti Tumpeng",
                   "Novi Astuti", "2024-07-17T13:05:00+07:00", "Ratusan perahu berhias kertas minyak",
                   "penonton lebih hafal daripada pemainnya.", "Lihat Juga"},
        SampleFile{"text/ponsel-lipat.txt", "Ponsel Lipat Murah Segera Masuk Indonesia, Ini Bocoran Harganya", "", "",
                   "Ponsel lipat identik dengan harga belasan juta.", "begitu ada pengumuman.", "TINGGALKAN KOMENTAR"}),
    [](const auto& test) { return "file" + std::to_string(test.index); });

INSTANTIATE_TEST_SUITE_P(
    Pages, SampleFiles,
    ::testing::Values(
        SampleFile{"pages/wn-lumbung-beras-desa.html", "Lumbung Desa Redam Gejolak Harga Beras di Kebumen",
                   "Ratna Wulandari", "2024-11-08T13:15:00+07:00", "Bangunan berdinding papan",
                   "lembar kerja di komputer.", "Dapatkan update berita pilihan"},
        SampleFile{"pages/kp-nelayan-melaut-lagi.html", "Nelayan Tambak Wetan Melaut Lagi setelah Dua Pekan",
                   "Novi Astuti", "2024-03-28T02:25:00+00:00", "Mesin-mesin tempel kembali menyalak",
                   "hingga akhir Maret.", "Tinggalkan Balasan"},
        SampleFile{"pages/bh-pinjaman-daring.html",
                   "Utang Pinjaman Daring Tembus Rp80 Triliun, Anak Muda Paling Banyak Menunggak", "Yohanes Prabowo",
                   "2025-06-23T01:30:00+00:00", "Sisa utang masyarakat", "minimal Rp3 juta per bulan.", "Rekomendasi"},
        SampleFile{"pages/ar-sepak-takraw-putri.html", "Takraw Putri Gorontalo Rebut Emas dengan Bola Terakhir",
                   "Nabila Putri", "2024-09-15T20:10:00+07:00", "Bola rotan itu menyentuh bibir net",
                   "renovasi gedung latihan.", "TERPOPULER"},
        SampleFile{"pages/st-kopi-toraja-lelang.html", "Kopi dari Lereng Sesean Laku Rp1,5 Juta Sekilo", "",
                   "2025-05-16T17:20:00+08:00", "Sekarung kecil kopi arabika",
                   "dijual kepada pengepul seharga Rp 140 ribu.", "POPULER"}),
    [](const auto& test) { return "file" + std::to_string(test.index); });

TEST(SampleArticles, AListOfLinksIsNoArticle) {
  const Parsed parsed = parse("pages/kp-indeks-banjir.html");
  EXPECT_THAT(parsed.articles, IsEmpty());
  ASSERT_THAT(parsed.skips, SizeIs(1));
  EXPECT_THAT(parsed.skips.front(), HasSubstr("kp-indeks-banjir.html"));
}

}  // namespace
}  // namespace warta::indexer
