// Text -> the acronyms that it explains.
#include "analysis/acronyms.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found_in(std::string_view text) {
  std::vector<std::string> found;
  find_acronyms(text, [&](std::string_view acronym, std::string_view expansion) {
    found.push_back(std::string(acronym) + " = " + std::string(expansion));
  });
  return found;
}

struct Explained {
  const char* text;
  const char* pair;
};

// Every kind of acronym and every way to explain one.
constexpr Explained kExplained[] = {
    // Initials, with small words, commas and double words.
    {"Juru bicara Komisi Pemberantasan Korupsi (KPK) hadir", "kpk = komisi pemberantasan korupsi"},
    {"Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)", "bmkg = badan meteorologi klimatologi dan geofisika"},
    {"pelaku Usaha Mikro, Kecil dan Menengah (UMKM)", "umkm = usaha mikro kecil dan menengah"},
    {"pembahasan Rancangan Undang-Undang (RUU) itu", "ruu = rancangan undang undang"},
    {"Kitab Undang-Undang Hukum Pidana (KUHP)", "kuhp = kitab undang undang hukum pidana"},
    {"siswa Sekolah Menengah Atas (SMA)", "sma = sekolah menengah atas"},
    {"Presiden Amerika Serikat (AS)", "as = amerika serikat"},
    {"laporan World Health Organization (WHO)", "who = world health organization"},
    {"usul Perserikatan Bangsa-Bangsa (PBB)", "pbb = perserikatan bangsa bangsa"},
    // Syllables of words and of their roots.
    {"Menurut Kementerian Keuangan (Kemenkeu),", "kemenkeu = kementerian keuangan"},
    {"Kementerian Perhubungan (Kemenhub)", "kemenhub = kementerian perhubungan"},
    {"Kementerian Dalam Negeri (Kemendagri)", "kemendagri = kementerian dalam negeri"},
    {"Kepolisian Negara Republik Indonesia (Polri)", "polri = kepolisian negara republik indonesia"},
    {"Kepala Kepolisian Daerah (Kapolda)", "kapolda = kepala kepolisian daerah"},
    {"tahapan pemilihan kepala daerah (pilkada) serentak", "pilkada = pemilihan kepala daerah"},
    {"Badan Pengawas Pemilu (Bawaslu)", "bawaslu = badan pengawas pemilu"},
    {"Badan Pengawas Pemilihan Umum (Bawaslu)", "bawaslu = badan pengawas pemilihan umum"},
    {"Jakarta, Bogor, Depok, Tangerang, dan Bekasi (Jabodetabek)",
     "jabodetabek = jakarta bogor depok tangerang dan bekasi"},
    {"Lembaga Ketahanan Nasional (Lemhannas)", "lemhannas = lembaga ketahanan nasional"},
    // The shortest long form, whatever stands before it.
    {"PT Kereta Api Indonesia (KAI)", "kai = kereta api indonesia"},
    {"Kepala Komisi Pemilihan Umum (KPU)", "kpu = komisi pemilihan umum"},
    // The other ways.
    {"petugas KPK (Komisi Pemberantasan Korupsi) datang", "kpk = komisi pemberantasan korupsi"},
    {"harga Bahan Bakar Minyak atau BBM naik", "bbm = bahan bakar minyak"},
    {"harga BBM atau Bahan Bakar Minyak naik", "bbm = bahan bakar minyak"},
    {"anak usia dini, disingkat PAUD", nullptr},
    {"Pendidikan Anak Usia Dini, disingkat PAUD,", "paud = pendidikan anak usia dini"},
    {"Pendidikan Anak Usia Dini disingkat menjadi PAUD", "paud = pendidikan anak usia dini"},
    {"Komisi Pemberantasan Korupsi ( KPK )", "kpk = komisi pemberantasan korupsi"},
    {"Majelis Ta'lim Bersama (MTB)", "mtb = majelis talim bersama"},
    // What explains nothing.
    {"kata Sulastri Wardani (PDIP)", nullptr},
    {"menang di Surabaya (Jatim)", nullptr},
    {"pukul 14.30 (WIB)", nullptr},
    {"pada Senin (12/5)", nullptr},
    {"PT Sumber Terang (Persero)", nullptr},
    {"Organisasi Kesehatan Dunia (WHO)", nullptr},     // a translation
    {"Korupsi (KPK)", nullptr},                        // half of it
    {"Komisi. Pemberantasan Korupsi (KPK)", nullptr},  // over a full stop
    {"bahasa daerah (bahasa)", nullptr},               // the word itself
    {"memberikan bantuan (banban)", nullptr},          // a verb's root opens no long form
    {"membeli sakit mata atau sama saja", nullptr},    // "atau" between ordinary words
    {"Komisi Pemberantasan Korupsi (KPK", nullptr},    // never closed
    {"(KPK)", nullptr},
    {"", nullptr},
};

TEST(FindAcronyms, ReadsEveryShape) {
  for (const Explained& row : kExplained) {
    if (row.pair) {
      EXPECT_THAT(found_in(row.text), ElementsAre(row.pair)) << row.text;
    } else {
      EXPECT_THAT(found_in(row.text), IsEmpty()) << row.text;
    }
  }
}

TEST(FindAcronyms, FindsAllInOneText) {
  EXPECT_THAT(found_in("Badan Pusat Statistik (BPS) dan Bank Indonesia (BI) mencatat."),
              ElementsAre("bps = badan pusat statistik", "bi = bank indonesia"));
}

TEST(FoldAcronymWords, GivesOneFormToEveryWriting) {
  EXPECT_EQ(fold_acronym_words("Badan Meteorologi, Klimatologi, dan Geofisika"),
            "badan meteorologi klimatologi dan geofisika");
  EXPECT_EQ(fold_acronym_words("Undang-Undang"), "undang undang");
  EXPECT_EQ(fold_acronym_words("Majelis Ta'lim"), "majelis talim");
  EXPECT_EQ(fold_acronym_words(" - "), "");
}

TEST(WithoutSmallWords, KeepsContentWords) {
  EXPECT_EQ(without_small_words("usaha mikro kecil dan menengah"), "usaha mikro kecil menengah");
  EXPECT_EQ(without_small_words("dan"), "");
  EXPECT_EQ(without_small_words(""), "");
}

TEST(AcronymCounts, KeepsTheReadingsOfAnAmbiguousAcronym) {
  AcronymCounts counts;
  counts.add_text("Partai Kebangkitan Bangsa (PKB) menang. Partai Kebangkitan Bangsa (PKB) lagi.");
  counts.add_text("Partai Kebangkitan Bangsa (PKB)");
  counts.add_text("Pajak Kendaraan Bermotor (PKB)");
  const AcronymCounts::Table expected = {{"pkb", {{"partai kebangkitan bangsa", 2}, {"pajak kendaraan bermotor", 1}}}};
  EXPECT_EQ(counts.table(), expected);
  EXPECT_EQ(counts.pairs(), 2u);
}

TEST(AcronymCounts, PruneForgetsTheRare) {
  AcronymCounts counts;
  counts.add("pkb", "partai kebangkitan bangsa", 2);
  counts.add("pkb", "pajak kendaraan bermotor", 1);
  counts.add("as", "amerika serikat", 1);
  counts.prune(2);
  EXPECT_EQ(counts.table(), (AcronymCounts::Table{{"pkb", {{"partai kebangkitan bangsa", 2}}}}));
  EXPECT_EQ(counts.pairs(), 1u);
}

TEST(AcronymCounts, MemoryIsBounded) {
  AcronymCounts counts;
  counts.add("kpk", "komisi pemberantasan korupsi", 5);
  for (std::size_t i = 0; i < AcronymCounts::kMaxPairs; ++i) counts.add("as", "arti " + std::to_string(i));
  counts.add_text("");
  EXPECT_EQ(counts.table(), (AcronymCounts::Table{{"kpk", {{"komisi pemberantasan korupsi", 5}}}}));
}

}  // namespace
}  // namespace warta::analysis
