// Which texts are taken for another language, and which stay Indonesian.
#include "indexer/article_language.h"

#include <string>

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

struct Case {
  const char* language;
  const char* text;
  const char* declared = "";
};

void expect_languages(const std::initializer_list<Case>& cases) {
  for (const auto& [language, text, declared] : cases) EXPECT_EQ(detect_language("", text, declared), language) << text;
}

TEST(DetectLanguage, KnowsIndonesian) {
  expect_languages({
      {"id", "Harga beras di pasar naik sejak Senin."},
      {"id", "Gubernur mengatakan bahwa jalan baru itu akan membantu petani menjual panennya ke kota."},
      {"id", "HARGA BERAS DI PASAR INDUK YANG NAIK DAN TURUN"},
      // Words that Malay uses more, in Indonesian surroundings.
      {"id", "Kereta barang itu berhenti karena masinis sakit. Beliau ialah pegawai senior, kata polisi."},
      {"id", "Peringkat universitas itu naik. Para pegawai dan pejabat kerajaan sudah diberi tahu, kata beliau."},
      // A template's word against the text's.
      {"id", "Harga beras di pasar naik sejak Senin.", "en"},
      {"id", "Gubernur mengatakan bahwa jalan baru itu akan membantu petani.", "ms"},
      {"id", "Bupati dan warga sudah sepakat untuk membangun pasar itu di desa.", "jv"},
  });
}

TEST(DetectLanguage, KnowsEnglish) {
  expect_languages({
      {"en", "The government announced on Monday that fuel prices will rise next month."},
      {"en",
       "Jakarta - The minister of finance, who visited the Pasar Senen market with Badan Pangan officials, said "
       "that prices were stable."},
      {"en", "Rice prices rise as the rains fail", "en"},
  });
}

TEST(DetectLanguage, KnowsMalayByItsOwnWords) {
  expect_languages({
      {"ms", "Polis menahan seorang lelaki yang disyaki mencuri sebuah kereta di ibu kota semalam."},
      {"ms", "Beliau berkata bahawa wang bantuan akan disalurkan segera kerana ramai penduduk masih di pusat itu."},
      {"ms", "Mesyuarat itu dihadiri wakil daripada sepuluh negara, dan keputusannya akan diumumkan bulan Julai."},
      {"ms", "Beliau berkata kerajaan akan membantu rakyat itu.", "ms"},
  });
}

TEST(DetectLanguage, KnowsJavaneseAndSundanese) {
  expect_languages({
      {"jv",
       "Bupati ngresmekake pasar anyar ing dina Senin. Pasar iki dibangun nganggo dana saka pamarentah lan bakal "
       "dadi papan dodolan kanggo para bakul."},
      {"jv", "Wong-wong padha teka saka desa kanggo nonton wayang kulit."},
      {"jv", "Ingkang rawuh ing pahargyan punika inggih para sesepuh dhusun. Acara dipun wiwiti kanthi donga."},
      {"su",
       "Warga kampung geus jeput ngagotong-royong ngabenerkeun sasak nu ruksak alatan caah. Ceuk kapala d\xC3\xA9sa, "
       "gaw\xC3\xA9 babarengan t\xC3\xA9h geus jadi kabiasaan."},
      {"su", "Gubernur nepikeun yen jalan anyar ieu bakal mantuan patani pikeun ngajual hasil tatanenna ka kota."},
  });
}

TEST(DetectLanguage, KnowsDistantLanguages) {
  expect_languages({
      {"nl", "De regering maakte maandag bekend dat de brandstofprijzen volgende maand zullen stijgen."},
      {"de",
       "Die Regierung k\xC3\xBCndigte am Montag an, dass die Preise im n\xC3\xA4"
       "chsten Monat steigen werden."},
      {"zh",
       "\xE6\x94\xBF\xE5\xBA\x9C\xE5\x91\xA8\xE4\xB8\x80\xE5\xAE\xA3\xE5\xB8\x83\xEF\xBC\x8C\xE4\xB8\x8B\xE4\xB8\xAA"
       "\xE6\x9C\x88\xE7\x87\x83"
       "\xE6\x96\x99\xE4\xBB\xB7\xE6\xA0\xBC\xE5\xB0\x86\xE4\xB8\x8A\xE6\xB6\xA8\xE3\x80\x82"},
  });
}

TEST(DetectLanguage, StaysWithIndonesianWhereTheTextIsMixed) {
  expect_languages({
      {"id",
       "Menteri mengatakan, \"We will continue to support the peace process and work with all partners.\" "
       "Pernyataan itu disampaikan di New York, Selasa."},
      {"id", "Dia menulis dalam bahasa Jawa, \"Wong sabar rejekine jembar.\" Tulisan itu dibaca banyak orang."},
  });
}

TEST(DetectLanguage, SaysNothingWhereThereIsTooLittle) {
  expect_languages({{"", ""}, {"", "Timnas U-23 vs Vietnam: Head to Head"}, {"", "1-0 2-0 3-1"}, {"", "\xFF\xFE"}});
}

TEST(DetectLanguage, CutsNoCharacterOfALongText) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "\xE4\xB8\x80";  // 3 bytes each: the sample ends within one
  for (int i = 0; i < 3; ++i) EXPECT_EQ(detect_language("", text.insert(0, "a"), ""), detect_language("", text, ""));
}

TEST(SettleLanguage, ChangesNothingTheSecondTime) {
  Article article;
  article.language = "en";
  article.body = "Harga beras di pasar naik sejak Senin.";
  settle_language(article);
  EXPECT_EQ(article.language, "id");
  const Article settled = article;
  settle_language(article);
  EXPECT_EQ(article, settled);
}

}  // namespace
}  // namespace warta::indexer
