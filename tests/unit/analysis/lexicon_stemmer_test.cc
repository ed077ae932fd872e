#include "analysis/lexicon_stemmer.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis_settings.h"

namespace warta::analysis {
namespace {

struct Row {
  std::string_view word;
  std::string_view stem;
};

std::unique_ptr<Stemmer> make(std::string_view user_lexicon = "") {
  return std::move(LexiconStemmer::create(user_lexicon)).value();
}

void expect_stems(std::initializer_list<Row> rows, std::string_view user_lexicon = "") {
  const auto stemmer = make(user_lexicon);
  for (const Row& row : rows) {
    EXPECT_EQ(stemmer->stem(row.word), row.stem) << row.word << ": " << stemmer->explain(row.word).reason;
  }
}

TEST(LexiconStemmer, TakesOffEachPrefix) {
  expect_stems({
      {"dibaca", "baca"},        {"keluasan", "luas"},  {"sekamar", "kamar"}, {"berlari", "lari"},
      {"berenang", "renang"},    {"bekerja", "kerja"},  {"belajar", "ajar"},  {"terbuka", "buka"},
      {"terasa", "rasa"},        {"telanjur", "anjur"}, {"perkuat", "kuat"},  {"pelajar", "ajar"},
      {"petani", "tani"},        {"perawat", "rawat"},  {"kubaca", "baca"},   {"kaubaca", "baca"},
      {"ketidakadilan", "adil"}, {"ngobrol", "obrol"},  {"ngecek", "cek"},    {"ngirim", "kirim"},
  });
}

TEST(LexiconStemmer, RestoresTheLetterThatTheNasalSwallowed) {
  expect_stems({
      {"melihat", "lihat"},       {"memasak", "masak"},    {"menanti", "nanti"},   {"merawat", "rawat"},
      {"mewarnai", "warna"},      {"meyakini", "yakin"},   {"membaca", "baca"},    {"memfitnah", "fitnah"},
      {"memukul", "pukul"},       {"memproses", "proses"}, {"memrotes", "protes"}, {"mencari", "cari"},
      {"mendengar", "dengar"},    {"menjual", "jual"},     {"menulis", "tulis"},   {"mentransfer", "transfer"},
      {"menyapu", "sapu"},        {"mengambil", "ambil"},  {"menggali", "gali"},   {"menghitung", "hitung"},
      {"mengirim", "kirim"},      {"mengritik", "kritik"}, {"mengebom", "bom"},    {"mengecat", "cat"},
      {"pembaca", "baca"},        {"pemukul", "pukul"},    {"pencari", "cari"},    {"penulis", "tulis"},
      {"penyapu", "sapu"},        {"penggali", "gali"},    {"pengirim", "kirim"},  {"pengeboman", "bom"},
      {"pemrograman", "program"},
  });
}

TEST(LexiconStemmer, TakesOffSuffixesAndClitics) {
  expect_stems({
      {"makanan", "makan"},
      {"berikan", "beri"},
      {"datangi", "datang"},
      {"bukunya", "buku"},
      {"bukuku", "buku"},
      {"bukumu", "buku"},
      {"bacalah", "baca"},
      {"benarkah", "benar"},
      {"itupun", "itu"},
      {"siapatah", "siapa"},
      {"makanannya", "makan"},
      {"bukunyalah", "buku"},
  });
}

TEST(LexiconStemmer, KnowsTheSpokenSuffix) {
  expect_stems({{"nyobain", "coba"}, {"dibersihin", "bersih"}, {"ngomongin", "omong"}, {"berpendingin", "dingin"}});
  expect_stems({{"arifin", "arifin"}, {"mesin", "mesin"}, {"admin", "admin"}});
}

TEST(LexiconStemmer, TakesOffSeveralPrefixes) {
  expect_stems({
      {"mempermainkan", "main"},
      {"diperbaiki", "baik"},
      {"memberdayakan", "daya"},
      {"diberhentikan", "henti"},
      {"keberhasilan", "hasil"},
      {"keterbukaan", "buka"},
      {"kepemimpinan", "pimpin"},
      {"mengetahui", "tahu"},
      {"pengetahuan", "tahu"},
      {"berkelanjutan", "lanjut"},
      {"berpenghasilan", "hasil"},
      {"pemberitahuan", "beritahu"},
      {"sepengetahuan", "tahu"},
      {"dikesampingkan", "samping"},
      {"dipertanggungjawabkan", "tanggungjawab"},
  });
}

TEST(LexiconStemmer, LetsARuleDecideBetweenKnownRoots) {
  expect_stems({
      {"mengatakan", "kata"},   // not katak with me-...-an, a forbidden pair
      {"dikatakan", "kata"},    // di-...-an is forbidden
      {"menyatakan", "nyata"},  // the dictionary gives me-...-kan to nyata
      {"menangkap", "tangkap"},
      {"penyidikan", "sidik"},  // not sidi with peny-...-kan
      {"perbankan", "bank"},    // not perban with -kan
      {"berilmu", "ilmu"},      // not beril with -mu: a possessive -mu is rare
      {"menikah", "nikah"},     // not meni with -kah
      {"penyelaman", "selam"},
  });
}

TEST(LexiconStemmer, RefusesForbiddenPairs) {
  // With a root of the user's own no dictionary licenses the pair.
  expect_stems({{"dixyzaan", "dixyzaan"},
                {"mexyzaan", "mexyzaan"},
                {"sexyzakan", "sexyzakan"},
                {"sexyzai", "sexyzai"},
                {"kexyzakan", "kexyzakan"},
                {"kexyzai", "kexyzai"},
                {"berxyzai", "berxyzai"},
                {"terxyzaan", "terxyzaan"},
                {"dixyzakan", "xyza"},
                {"kexyzaan", "xyza"}},
               "root xyza\n");
}

TEST(LexiconStemmer, LeavesRootsAndNamesWhole) {
  expect_stems({
      {"berita", "berita"},    {"kepala", "kepala"},     {"menteri", "menteri"}, {"masalah", "masalah"},
      {"sekolah", "sekolah"},  {"keluarga", "keluarga"}, {"pemilu", "pemilu"},   {"adalah", "adalah"},
      {"mereka", "mereka"},    {"setelah", "setelah"},   {"beruang", "beruang"}, {"berangkat", "berangkat"},
      {"jokowi", "jokowi"},    {"susi", "susi"},         {"sukarni", "sukarni"}, {"bali", "bali"},
      {"bekasi", "bekasi"},    {"maluku", "maluku"},     {"lukaku", "lukaku"},   {"merapi", "merapi"},
      {"jokowinya", "jokowi"}, {"balilah", "bali"},
  });
}

TEST(LexiconStemmer, KnowsTheWordsOfModernNews) {
  expect_stems({
      {"mengunggah", "unggah"},
      {"unggahan", "unggah"},
      {"diunduh", "unduh"},
      {"kepemiluan", "pemilu"},
      {"viralnya", "viral"},
      {"warganetnya", "warganet"},
      {"perundungan", "rundung"},
      {"penyintas", "sintas"},
  });
}

TEST(LexiconStemmer, FollowsIrregularPairsUnderAffixesToo) {
  expect_stems({
      {"pelajaran", "ajar"},
      {"pelajarannya", "ajar"},
      {"berpelajaran", "ajar"},
      {"penglihatan", "lihat"},
      {"merubah", "ubah"},
      {"nyari", "cari"},
      {"dedaunan", "daun"},
  });
}

TEST(LexiconStemmer, FindsReduplicationsByTheirBase) {
  expect_stems({
      {"anak-anak", "anak"},
      {"anak-anaknya", "anak"},
      {"berlari-lari", "lari"},
      {"tarik-menarik", "tarik"},
      {"sebaik-baiknya", "baik"},
      {"bantuan-bantuan", "bantu"},
      {"sayur-mayur", "sayur"},
      {"bolak-balik", "balik"},
      {"turun-temurun", "turun"},
      {"menakut-nakuti", "takut"},
      {"netizen-netizen", "netizen"},
      {"undang-undang", "undang-undang"},
      {"perundang-undangan", "undang-undang"},
      {"kupu-kupu", "kupu-kupu"},
      {"kehati-hatian", "hati-hati"},
      {"jual-beli", "jual-beli"},
  });
}

TEST(LexiconStemmer, TakesOnlyTheClitic_nya_FromUnknownWords) {
  expect_stems({{"qwertynya", "qwerty"}, {"diqwerty", "diqwerty"}, {"qwertykan", "qwertykan"}, {"qwenya", "qwenya"}});
}

TEST(LexiconStemmer, SaysWhatDecided) {
  const auto stemmer = make("never ujaran\npair tetikus mouse\n");
  const Row kReasons[] = {
      {"buku", "root"},
      {"menulis", "men-(t)"},
      {"diperbaiki", "di- per- -i"},
      {"bukunyalah", "-nya -lah"},
      {"jokowi", "list: never stemmed"},
      {"ujaran", "list: never stemmed"},
      {"tetikus", "list: irregular pair"},
      {"anak-anak", "reduplication"},
      {"qwerty", "unknown"},
      {"qwertynya", "unknown: -nya"},
  };
  for (const Row& row : kReasons) EXPECT_EQ(stemmer->explain(row.word).reason, row.stem) << row.word;
}

TEST(LexiconStemmer, KnowsWhatTheLexiconHas) {
  const auto stemmer = make("root xyza");
  for (const std::string_view word : {"anak", "undang-undang", "jokowi", "xyza"}) EXPECT_TRUE(stemmer->knows(word));
  for (const std::string_view word : {"anak-anak", "menulis", "qwerty", ""}) EXPECT_FALSE(stemmer->knows(word));
}

TEST(UserLexicon, OutranksTheBuiltInOne) {
  expect_stems({{"tulisan", "tulisan"}, {"menulis", "tulis"}, {"dixyza", "xyza"}, {"mencapres", "calon"}},
               "# our own words\n"
               "never Tulisan   # a magazine\n"
               "\n"
               "\troot XYZA\r\n"
               "pair mencapres calon");
}

TEST(UserLexicon, NamesTheLineThatItCannotRead) {
  const Row kBroken[] = {
      {"root", "line 1"},      {"root a b", "line 1"},   {"pair satu", "line 1"},
      {"never a b", "line 1"}, {"stem kata", "line 1"},  {"root kata\n\nroot -kata", "line 3"},
      {"root k@ta", "line 1"}, {"pair a b c", "line 1"},
  };
  for (const Row& row : kBroken) {
    const auto stemmer = LexiconStemmer::create(row.word);
    ASSERT_FALSE(stemmer.has_value()) << row.word;
    EXPECT_EQ(stemmer.error().code, ExitCode::usage);
    EXPECT_NE(stemmer.error().message.find(row.stem), std::string::npos) << stemmer.error().message;
  }
}

// A stem is a root, and a root stands as it is. It does not hold of unknown words, which may lose a second -nya, nor of
// the root of a user's pair that is no root itself.
TEST(LexiconStemmer, IsIdempotentOnKnownWordsAndNeverEmpty) {
  const auto stemmer = make();
  const char* const kRoots[] = {"ajar", "tulis", "baca", "pukul", "sapu", "kirim", "ambil", "rasa", "bom", "uang"};
  const char* const kPrefixes[] = {"", "di", "me", "men", "meng", "meny", "mem", "ber", "ter", "pe", "per", "ke", "se"};
  const char* const kEndings[] = {"", "kan", "an", "i", "nya", "ku", "lah", "kannya", "annyalah"};
  for (const std::string root : kRoots) {
    for (const std::string prefix : kPrefixes) {
      for (const char* ending : kEndings) {
        const std::string word = prefix + root + ending;
        const std::string once(stemmer->stem(word));
        EXPECT_FALSE(once.empty()) << word;
        if (stemmer->knows(once)) {
          EXPECT_EQ(stemmer->stem(once), once) << word;
        }
      }
    }
  }
  for (const std::string_view odd : {"-", "--", "a-", "-a", "a", "nya", "\xFF\xFE", "kah-kah", "-nya", "a-b-c"}) {
    EXPECT_FALSE(stemmer->stem(odd).empty()) << odd;
  }
}

TEST(LexiconStemmer, TakesWordsOfAnyLength) {
  const auto stemmer = make();
  const std::string long_word(100'000, 'a');
  EXPECT_EQ(stemmer->stem(long_word), long_word);
  EXPECT_EQ(stemmer->stem(""), "");
}

TEST(AnalysisSettings, StemWithTheLexiconByDefault) {
  EXPECT_EQ(AnalysisSettings{}.stemmer, "lexicon");
}

}  // namespace
}  // namespace warta::analysis
