// Copies of one text: what counts as one, and the clusters that they form run after run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "indexer/copies/copy_registry.h"
#include "indexer/copies/resemblance.h"
#include "indexer/copies/text_sketch.h"
#include "indexer/copies/word_scanner.h"

namespace warta::indexer {
namespace {

// A report of some 80 different words.
std::string report(const std::string& lead, const std::string& end = "") {
  return lead +
         " Warga bergotong royong membersihkan lumpur dari rumah masing masing sejak pagi. Petugas mendirikan dapur "
         "umum "
         "di balai desa dan menyalurkan air bersih memakai truk tangki. Kepala desa meminta bantuan selimut, popok "
         "bayi "
         "dan obat gatal karena stok di posko tinggal sedikit. Sekolah diliburkan tiga hari, sedangkan pasar mulai "
         "buka "
         "kembali meskipun baru separuh pedagang berjualan. Pemerintah kabupaten berjanji memperbaiki tanggul sebelum "
         "musim hujan berikutnya tiba agar kejadian serupa tidak terulang lagi." +
         end;
}

const std::string kReport = report("Banjir setinggi satu meter merendam tiga desa di tepi sungai.");
const std::string kAnother =
    "Tim bulu tangkis putri melaju ke babak final setelah menundukkan unggulan kedua dalam tiga gim yang ketat. "
    "Pelatih "
    "memuji ketenangan pemain muda itu pada poin poin akhir. Lawan sempat unggul jauh di awal gim penentuan, tetapi "
    "kesalahan sendiri membuat keadaan berbalik. Pertandingan puncak dimainkan besok malam di gedung olahraga utama.";

std::string schedule(const std::string& day) {
  return "Layanan pembayaran pajak kendaraan keliling hari ini, " + day +
         ", dibuka di lima lokasi mulai pukul delapan pagi sampai dua siang. Pemohon membawa kartu identitas asli, "
         "surat "
         "kendaraan dan fotokopi secukupnya. Bus layanan menunggu di halaman kantor kecamatan, alun alun, terminal "
         "lama, "
         "pasar besar dan stasiun. Pembayaran dapat memakai uang tunai atau kartu.";
}

std::string prices(const std::string& one, const std::string& two, const std::string& five, const std::string& ten) {
  return "Harga logam mulia di butik pusat pagi ini diumumkan lewat laman resmi perusahaan. Ukuran satu gram dijual "
         "Rp " +
         one + ", dua gram Rp " + two + ", lima gram Rp " + five + " dan sepuluh gram Rp " + ten +
         ". Harga itu sudah termasuk pajak penghasilan bagi pembeli yang menyertakan nomor pokok wajib pajak. "
         "Pembelian "
         "kembali dilayani pada hari kerja dengan membawa sertifikat asli dan kartu identitas.";
}

const std::string kFrame =
    " Lomba memasak antarkampung digelar tiap tahun oleh ibu ibu penggerak kesejahteraan keluarga bersama dinas "
    "pangan. "
    "Setiap regu beranggota empat orang dan memakai bahan dari kebun sendiri. Juri menilai rasa, kebersihan, gizi "
    "serta "
    "biaya. Pemenang mewakili kecamatan ke tingkat kabupaten pada bulan berikutnya. Panitia membuka pendaftaran di "
    "kantor "
    "kelurahan tanpa dipungut biaya dan menerima peserta sampai akhir pekan.";
const std::string kRecipe =
    "Sayur lodeh regu Melati dimasak memakai labu, kacang panjang, terong dan santan encer dari kelapa tua. Bumbunya "
    "bawang, kencur, kemiri serta sedikit terasi bakar yang diulek halus sebelum ditumis. Ketua regu, Wulan, mengaku "
    "belajar dari neneknya di lereng gunung. Ia menambahkan daun melinjo agar kuahnya gurih tanpa penyedap buatan.";
const std::string kAward =
    "Bupati menyerahkan piala bergilir kepada juara bertahan di pendapa, disaksikan ratusan penonton dan marching band "
    "pelajar. Hadiah uang pembinaan akan dipakai membeli kompor hemat gas. Dua peserta jatuh sakit karena kepanasan, "
    "namun segera ditolong petugas palang merah. Acara ditutup pertunjukan wayang kulit semalam suntuk.";

// The report, told again with other words here and there.
const std::string kReworked =
    "Tiga desa di tepi sungai terendam banjir setinggi satu meter. Warga bergotong royong membersihkan lumpur dari "
    "rumah "
    "masing masing sejak pagi hari. Petugas mendirikan dapur umum di balai desa dan membagikan air bersih memakai truk "
    "tangki. Kepala desa meminta bantuan selimut, popok bayi dan obat gatal sebab stok di posko tinggal sedikit. "
    "Sekolah "
    "diliburkan tiga hari, sementara pasar mulai buka kembali meskipun baru separuh pedagang yang berjualan. "
    "Pemerintah "
    "kabupaten berjanji memperbaiki tanggul sebelum musim hujan berikutnya tiba supaya kejadian serupa tidak terulang.";
const std::string kVisit =
    "Gubernur berkunjung ke tempat pengungsian dengan perahu karet, Rabu. Di hadapan para ibu yang antre makan siang "
    "ia "
    "mengumumkan santunan lima juta rupiah bagi setiap keluarga, dicairkan lewat bank daerah mulai bulan depan. "
    "Wartawan "
    "menanyakan izin tambang di hulu, tetapi gubernur menyerahkan jawabannya kepada dinas. Aktivis lingkungan menolak "
    "penjelasan itu dan bersiap menggugat ke pengadilan tata usaha negara bersama mahasiswa. ";

TEST(TextSketchTest, TellsCopiesFromOtherTexts) {
  const struct {
    const char* what;
    std::string one, other;
    bool are_copies;
  } kCases[] = {
      {"the same", kReport, kReport, true},
      {"case, quotation marks and spaces", "\"" + kReport + "\"", "\u201C" + kReport + "\u201D\u00A0\n", true},
      {"another lead and dateline", kReport, report("KOTA LAMA, Warta - Tiga desa terendam banjir sejak Senin."), true},
      {"a passage more", kReport,
       report("Banjir setinggi satu meter merendam tiga desa di tepi sungai.",
              " Baca juga: jalan lintas kembali dibuka. Penulis: Sari. Editor: Budi."),
       true},
      {"something else", kReport, kAnother, false},
      {"two days' schedules", schedule("Senin (6/11/2023)"), schedule("Selasa (7 / 11/2023)"), false},
      {"one day's schedule", schedule("Senin (6/11/2023)"), schedule("Senin, 6 November 2023"), true},
      {"a schedule without a date", schedule("Senin"), schedule("Senin (6/11)"), true},
      {"other figures in the same form", prices("1.214.000", "2.368.000", "5.845.000", "11.590.000"),
       prices("1.198.000", "2.336.000", "5.765.000", "11.430.000"), false},
      {"the same figures", prices("1.214.000", "2.368.000", "5.845.000", "11.590.000"),
       "SINAR KOTA - " + prices("1.214.000", "2.368.000", "5.845.000", "11.590.000"), true},
      {"the same frame around something else", kRecipe + kFrame, kAward + kFrame, false},
      {"a report that goes on from another", kReport, kVisit + kReport.substr(60, 330), false},
      {"reworked here and there", kReport, kReworked, true},
      {"too short", "Gempa terasa di kota.", "Gempa terasa di kota.", false},
      {"nothing", "", "", false},
  };
  for (const auto& row : kCases) {
    const TextSketch one = sketch_text(row.one);
    const TextSketch other = sketch_text(row.other);
    const bool comparable = one.is_comparable() && other.is_comparable();
    EXPECT_EQ(comparable && are_copies(one, other), row.are_copies) << row.what;
    EXPECT_EQ(are_copies(one, other), are_copies(other, one)) << row.what;
  }
}

TEST(TextSketchTest, DatesTellTextsOfOneSiteApart) {
  const std::string monday = schedule("Senin (6/11/2023)");
  const std::string tuesday = schedule("Selasa (7/11/2023)");
  const struct {
    const char* one;
    const char* other;
    bool are_copies;
  } kCases[] = {
      {"contoh.id", "contoh.id", false},
      {"jatim.contoh.id", "bola.contoh.id", false},
      {"contoh.id", "lain.id", true},
      {"contoh.id", "", false},
  };
  for (const auto& row : kCases) {
    EXPECT_EQ(are_copies(sketch_text(monday, row.one), sketch_text(tuesday, row.other)), row.are_copies)
        << row.one << " " << row.other;
  }
}

TEST(TextSketchTest, BytesGiveTheSketchBack) {
  const TextSketch sketch = sketch_text(schedule("Senin (6/11/2023)"), "contoh.id");
  EXPECT_EQ(unserialise_sketch(serialise_sketch(sketch)), sketch);
  EXPECT_EQ(unserialise_sketch(serialise_sketch(sketch).substr(1)), std::nullopt);
  EXPECT_EQ(unserialise_sketch(""), std::nullopt);
}

TEST(TextSketchTest, EstimatesWhatIsShared) {
  std::string half;
  std::string whole;
  for (int word = 0; word < 4000; ++word) {
    const std::string text = "kata" + std::to_string(word) + " ";
    whole += text;
    if (word < 2000) half += text;
  }
  EXPECT_NEAR(shared_runs(sketch_text(half), sketch_text(whole)), 0.5, 0.15);  // three standard errors
}

// Four bits a bin, and nothing in an empty one: counted here bin by bin.
double counted_runs(const TextSketch& one, const TextSketch& other) {
  int in_either = 0;
  int in_both = 0;
  int same = 0;
  for (std::size_t bin = 0; bin < TextSketch::kBins; ++bin) {
    const std::uint64_t first = one.codes[bin / 16] >> (bin % 16 * 4) & 15;
    const std::uint64_t second = other.codes[bin / 16] >> (bin % 16 * 4) & 15;
    in_either += first != 0 || second != 0 ? 1 : 0;
    in_both += first != 0 && second != 0 ? 1 : 0;
    same += first != 0 && first == second ? 1 : 0;
  }
  if (in_either == 0) return 0;
  const double by_chance = static_cast<double>(in_both) / in_either / TextSketch::kCodes;
  return std::max(0.0, (static_cast<double>(same) / in_either - by_chance) / (1 - by_chance));
}

TEST(TextSketchTest, EveryBinCounts) {
  constexpr unsigned kSeed = 20240513;
  SCOPED_TRACE(kSeed);
  std::mt19937_64 random(kSeed);
  TextSketch full;
  full.codes.fill(0x123456789ABCDEF1);
  EXPECT_EQ(shared_runs(full, full), 1);
  EXPECT_EQ(shared_runs(TextSketch(), TextSketch()), 0);
  for (int pair = 0; pair < 200; ++pair) {
    TextSketch one;
    TextSketch other;
    for (std::size_t group = 0; group < TextSketch::kGroups; ++group) {
      one.codes[group] = random() & random();
      other.codes[group] = random() % 3 == 0 ? random() : one.codes[group];
    }
    EXPECT_EQ(shared_runs(one, other), counted_runs(one, other)) << pair;
  }
}

TEST(WordBitsTest, EstimatesWhatIsShared) {
  const struct {
    int words, from, to;  // one set has the first `words`, the other those from `from` to `to`
    double contained, shared;
  } kCases[] = {
      {150, 0, 150, 1, 1},
      {150, 0, 300, 1, 0.5},
      {300, 0, 150, 1, 0.5},
      {150, 150, 300, 0, 0},
      {200, 20, 220, 0.9, 180. / 220},
      {100, 50, 250, 0.5, 50. / 250},
      {0, 0, 100, 1, 0},
      {0, 0, 0, 1, 1},
  };
  for (const auto& row : kCases) {
    WordBits<256> one;
    WordBits<256> other;
    for (int word = 0; word < row.words; ++word) one.add(std::hash<std::string>()(std::to_string(word)));
    for (int word = row.from; word < row.to; ++word) other.add(std::hash<std::string>()(std::to_string(word)));
    EXPECT_NEAR(contained_words(one, other), row.contained, 0.2) << row.words << " " << row.from << " " << row.to;
    EXPECT_NEAR(shared_words(one, other), row.shared, 0.1) << row.words << " " << row.from << " " << row.to;
    EXPECT_DOUBLE_EQ(shared_words(one, other), shared_words(other, one));
  }
}

TEST(WordScannerTest, FindsDates) {
  const struct {
    const char* one;
    const char* other;
    bool contradict;
  } kCases[] = {
      {"Senin (3/4)", "3 April 2024", false},
      {"Senin (3/4)", "Senin (4/4)", true},
      {"3 Apr", "tanpa tanggal", false},
      {"3 April dan 5 Mei", "5 Mei", false},
      {"skor 31-2", "Senin (4/4)", false},
      {"32/1 dan 3/13", "4/4", false},
      {"3 Agustus", "3 AGUSTUS 2020 pukul 7", false},
      {"3 Agustus", "3 September", true},
  };
  for (const auto& row : kCases) {
    NamedDates dates[2];
    for (int side = 0; side < 2; ++side) {
      WordScanner words(side == 0 ? row.one : row.other);
      while (words.next()) {
      }
      dates[side] = words.dates();
    }
    EXPECT_EQ(contradict(dates[0], dates[1]), row.contradict) << row.one << " : " << row.other;
  }
}

TEST(CopyRegistryTest, CopiesJoinTheClusterOfWhatCameFirst) {
  CopyRegistry registry;
  EXPECT_EQ(registry.place(sketch_text(kReport), 1), 1U);
  EXPECT_EQ(registry.place(sketch_text(kAnother), 2), 2U);
  EXPECT_EQ(registry.place(sketch_text(report("Air bah melanda.")), 3), 1U);
  EXPECT_EQ(registry.place(sketch_text(kAnother), 4), 2U);
}

TEST(CopyRegistryTest, FindsCopiesAmongMany) {
  constexpr unsigned kSeed = 20240512;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  CopyRegistry registry;
  std::vector<std::string> texts;
  for (std::uint64_t article = 0; article < 3000; ++article) {
    std::string text;
    for (int word = 0; word < 60; ++word) text += "kata" + std::to_string(random() % 5000) + " ";
    ASSERT_EQ(registry.place(sketch_text(text), article), article);
    texts.push_back(std::move(text));
  }
  for (std::size_t article = 0; article < texts.size(); article += 37) {
    EXPECT_EQ(registry.place(sketch_text(texts[article] + "disunting"), 100'000 + article), article);
  }
}

// Articles that share passages with many others, and so keys: the registry finds what a comparison with all finds.
TEST(CopyRegistryTest, FindsTheNearestOfAll) {
  constexpr unsigned kSeed = 20240514;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const auto passage = [](unsigned number) {
    std::string text;
    for (int word = 0; word < 12; ++word) text += "kata" + std::to_string(number) + "x" + std::to_string(word) + " ";
    return text;
  };
  CopyRegistry registry;
  std::vector<TextSketch> sketches;
  std::vector<std::uint64_t> clusters;
  int copies = 0;
  for (std::uint64_t article = 0; article < 1200; ++article) {
    std::string text;
    const auto first = static_cast<unsigned>(random() % 1000);
    for (unsigned i = 0; i < 6; ++i) text += passage(first + i + random() % 2);
    const TextSketch sketch = sketch_text(text);
    std::uint64_t expected = article;
    double most_shared = 0;
    for (std::size_t earlier = 0; earlier < sketches.size(); ++earlier) {
      const double shared = shared_runs(sketch, sketches[earlier]);
      if (shared <= most_shared || !are_copies(sketch, sketches[earlier])) continue;
      most_shared = shared;
      expected = clusters[earlier];
    }
    copies += expected == article ? 0 : 1;
    ASSERT_EQ(registry.place(sketch, article), expected) << article;
    sketches.push_back(sketch);
    clusters.push_back(expected);
  }
  EXPECT_GT(copies, 100);
}

// A phrase that half of a site's articles share must neither join them nor slow the search for copies down.
TEST(CopyRegistryTest, AFrequentPhraseJoinsNothing) {
  CopyRegistry registry;
  for (std::uint64_t article = 0; article < 500; ++article) {
    std::string text = "Dapatkan berita pilihan setiap hari di saluran kami, pasang dulu aplikasinya di ponsel. ";
    for (int word = 0; word < 60; ++word)
      text += "kata" + std::to_string(article * 60 + static_cast<unsigned>(word)) + " ";
    EXPECT_EQ(registry.place(sketch_text(text), article), article);
  }
}

TEST(CopyRegistryTest, VersionsOfAnArticleFoundClustersOfTheirOwn) {
  EXPECT_NE(new_cluster("Quhttps://a.id/1", 1), new_cluster("Quhttps://a.id/1", 2));
  EXPECT_NE(new_cluster("Quhttps://a.id/1", 1), new_cluster("Quhttps://a.id/2", 1));
}

}  // namespace
}  // namespace warta::indexer
