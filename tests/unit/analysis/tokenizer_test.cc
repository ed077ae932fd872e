// Every shape that the tokenizer knows, one row each: text, and its tokens as the keys of their terms. A token over
// others stands in braces behind the part that begins with it.
#include "analysis/tokenizer.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/shapes.h"

namespace warta::analysis {
namespace {

struct Row {
  const char* text;
  const char* keys;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.text;
}

std::string keys_of(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize(text, tokens);
  std::string result;
  for (const ShapedToken& token : tokens) {
    if (!result.empty()) result += ' ';
    result += token.overlapping ? '{' + std::string(token.key) + '}' : std::string(token.key);
  }
  return result;
}

class TokenizerTest : public testing::TestWithParam<Row> {};

TEST_P(TokenizerTest, GivesTheKeys) {
  EXPECT_EQ(keys_of(GetParam().text), GetParam().keys);
}

constexpr Row kWords[] = {
    {"", ""},
    {" \n\t.,!", ""},
    {"Harga beras NAIK", "harga beras naik"},
    {"“Harga beras,” ujarnya.", "harga beras ujarnya"},
    {"beras\u00A0naik\u2003lagi", "beras naik lagi"},
    {"dan/atau", "dan atau"},
    {"selesai.Selanjutnya", "selesai selanjutnya"},
    {"(di)jual", "di jual"},
    // One spelling of Unicode: NFKD, case, diacritics, soft hyphens, zero-width characters.
    {"kafé Cafe\u0301 CAFÉ", "kafe cafe cafe"},
    {"Erdoğan Łukasz Ødegaard Müller Straße", "erdogan lukasz odegaard muller strasse"},
    {"pe\u00ADme\u200Brintah \uFEFFini", "pemerintah ini"},
    {"ﬁlm ＦＵＬＬ ｗｉｄｔｈ ２０２４", "film full width 2024"},
    {"İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"},
    // Apostrophes within a word: straight, curly, accents in their place, or none.
    {"Jum'at Jum’at Jum‘at Jum`at Jum´at Jumat", "jumat jumat jumat jumat jumat jumat"},
    {"Ma'ruf 'kata' ‘kutip’ '98", "maruf kata kutip 98"},
    {"Al-Qur'an", "al {alquran} quran"},
    // Broken UTF-8 parts words.
    {"be\xFFras \xC3", "be ras"},
};

constexpr Row kReduplications[] = {
    {"anak-anak", "anak-anak"},
    {"Anak-Anak anak‑anak anak–anak", "anak-anak anak-anak anak-anak"},
    {"anak2", "anak-anak"},
    {"anak2nya ibu2", "anak-anaknya ibu-ibu"},
    {"anak-anaknya anak-anak-nya", "anak-anaknya anak-anak"},
    {"berlari-lari sebaik-baiknya", "berlari-lari sebaik-baiknya"},
    {"tarik-menarik pukul-memukul", "tarik-menarik pukul-memukul"},
    {"sikut-menyikut karang-mengarang sewa-menyewa", "sikut-menyikut karang-mengarang sewa-menyewa"},
    {"perundang-undangan", "perundang-undangan"},
    {"sayur-mayur bolak-balik warna-warni", "sayur-mayur bolak-balik warna-warni"},
    {"turun-temurun", "turun-temurun"},
    {"di-buat-buat seolah-olah", "buat-buat seolah-olah"},
    // Spaces around the hyphen, or another word behind it: two words.
    {"mudah - mudahan", "mudah mudahan"},
    {"Jakarta-Bandung Iran-Irak", "jakarta bandung iran irak"},
    {"CO2 PM2.5", "co2 pm2 5"},
};

constexpr Row kHyphens[] = {
    {"KPK-lah DPR-nya mantan-nya", "kpk dpr mantan"},
    {"di-PHK di-PHK-kan mem-PHK", "phk phk phk"},
    {"se-Indonesia nge-vlog ber-AC", "indonesia vlog ac"},
    {"abad ke-20, HUT ke-79", "abad 20 hut 79"},
    {"1990-an 90an 80-an", "1990 90 80"},
    {"non-aktif nonaktif non aktif", "non {nonaktif} aktif nonaktif non {nonaktif} aktif"},
    {"anti-korupsi anti korupsi", "anti {antikorupsi} korupsi anti {antikorupsi} korupsi"},
    {"anti, korupsi", "anti korupsi"},
    {"e-KTP e-commerce", "e {ektp} ktp e {ecommerce} commerce"},
    {"eks-presiden", "eks {ekspresiden} presiden"},
    {"para-menteri", "para {paramenteri} menteri"},
    {"ibu-bapak-anak", "ibu bapak anak"},
    {"anak- -anak --beras--", "anak anak beras"},
};

constexpr Row kAcronyms[] = {
    {"A.S. AS a.s", "as as as"},
    {"K.P.K. KPK", "kpk kpk"},
    {"B.J. Habibie B.J.Habibie", "bj habibie bj habibie"},
    {"PT. Astra Tbk.", "pt astra tbk"},
    {"S.H., M.H.", "sh mh"},
    {"R&D AT&T S&P", "r&d at&t s&p"},
    {"G20 G-20 U-23 F16", "g20 g20 u23 f16"},
    {"COVID-19 Covid 19 covid19", "covid {covid19} 19 covid 19 covid {covid19} 19"},
    {"liputan6 H2O 5G 3D MH370", "liputan {liputan6} 6 h2o 5g 3d mh370"},
};

constexpr Row kNumbers[] = {
    {"1.000.000 1,000,000 1000000", "1000000 1000000 1000000"},
    {"5,2 5.2 5,20 0,125 0.125", "5.2 5.2 5.2 0.125 0.125"},
    {"1.500,50 1.500,00", "1500.5 1500"},
    {"1,5 juta 2 ribu 3 miliar 1,25 triliun",
     "1.5 {1500000} juta 2 {2000} ribu 3 {3000000000} miliar 1.25 {1250000000000} triliun"},
    {"1,2,3", "1 2 3"},
    {"3/4 2-1 2019-2024", "3 4 2 1 2019 2024"},
    {"1.2.3 192.168.1.1 007", "1.2.3 192.168.1.1 007"},
    {"10km 5kg 100m", "10 km 5 kg 100 m"},
    // Read with what stood before them, these were 11 million, 21 years and 102.
    {"1\u00BD juta 2\u00BD tahun \u00BEkg", "1.5 {1500000} juta 2.5 tahun 0.75 kg"},
    {"10\u00B2 10\u00B25 m\u00B2 1\u2153 \u2153", "10 2 10 2 5 m2 1 1 1"},
    {"a\u00BD \u00BD\u00BD \u00BD2", "a 0.5 0.5 0.5 0.5 2"},
    {"5,2% 5,2 persen 5,2 %", "5.2 persen 5.2 persen 5.2 persen"},
    {"5.25 persen 5.25%", "05:25 {5.25} persen 05:25 {5.25} persen"},
};

constexpr Row kMoney[] = {
    {"Rp1,5 miliar", "rp {idr1500000000} 1.5 {1500000000} miliar"},
    {"Rp 1.500.000.000", "rp {idr1500000000} 1500000000"},
    {"Rp. 1.500.000.000,-", "rp {idr1500000000} 1500000000"},
    {"Rp.1.500", "rp {idr1500} 1500"},
    {"1,5 miliar rupiah", "1.5 {idr1500000000} {1500000000} miliar rupiah"},
    {"Rp1,5 M", "rp {idr1500000000} 1.5 {1500000000} m"},
    {"US$ 5 juta", "dolar {usd5000000} 5 {5000000} juta"},
    {"US$5 $5 USD5 USD 5 5 dolar", "dolar {usd5} 5 dolar {usd5} 5 usd {usd5} 5 usd {usd5} 5 5 {usd5} dolar"},
    {"5 dolar AS, 5 dolar Singapura", "5 {usd5} dolar as 5 {sgd5} dolar singapura"},
    {"€10, 10 euro, RM10, £10, ¥10", "euro {eur10} 10 10 {eur10} euro rm {myr10} 10 pound {gbp10} 10 yen {jpy10} 10"},
};

constexpr Row kTimes[] = {
    {"14.30 14:30 9.05 09:05", "14:30 14:30 09:05 09:05"},
    {"14.30-15.30 WIB", "14:30 15:30 wib"},
    {"14:30:15", "14:30:15"},
    {"25.30 12.75", "25.3 12.75"},
    {"12/05/2024 12/5/24 12-05-2024 12.05.2024", "2024-05-12 2024-05-12 2024-05-12 2024-05-12"},
    {"2024-05-12 (3/4/2025)", "2024-05-12 2025-04-03"},
    {"12 Mei 2024", "12 {2024-05-12} mei 2024"},
    {"12-Mei-2024", "12 {2024-05-12} mei 2024"},
    {"31/02/2024 31 Februari 2024", "31 02 2024 31 februari 2024"},
    {"12 Mei, 2024 orang", "12 mei 2024 orang"},
};

constexpr Row kAddresses[] = {
    {"https://www.Kabar.com/Baca?id=1.", "kabar.com/baca?id=1 {kabar.com}"},
    {"www.kabar.com, kabar.com KABAR.co.id/", "kabar.com kabar.com kabar.co.id"},
    {"KABAR.com-Presiden (kabar.com)", "kabar.com presiden kabar.com"},
    {"Redaksi@Kabar.co.id.", "redaksi@kabar.co.id"},
    {"@kabar_kini", "{@kabar_kini} kabar kini"},
    {"#IndonesiaMaju #2024", "{#indonesiamaju} indonesiamaju {#2024} 2024"},
    {"data.csv", "data csv"},
    {"http:// www. @ # ##", "http www"},
    {"http://www./ http://(", "www. http"},  // once an empty key
};

constexpr Row kScripts[] = {
    {"中文字", "中 文 字"},           {"berita中文berita", "berita 中 文 berita"},
    {"العَرَبِيَّة", "العربية"},           {"beras🎉naik 👍🏽", "beras 🎉 naik 👍"},
    {"Москва Αθήνα", "москва αθηνα"},
};

INSTANTIATE_TEST_SUITE_P(Words, TokenizerTest, testing::ValuesIn(kWords));
INSTANTIATE_TEST_SUITE_P(Reduplications, TokenizerTest, testing::ValuesIn(kReduplications));
INSTANTIATE_TEST_SUITE_P(Hyphens, TokenizerTest, testing::ValuesIn(kHyphens));
INSTANTIATE_TEST_SUITE_P(Acronyms, TokenizerTest, testing::ValuesIn(kAcronyms));
INSTANTIATE_TEST_SUITE_P(Numbers, TokenizerTest, testing::ValuesIn(kNumbers));
INSTANTIATE_TEST_SUITE_P(Money, TokenizerTest, testing::ValuesIn(kMoney));
INSTANTIATE_TEST_SUITE_P(Times, TokenizerTest, testing::ValuesIn(kTimes));
INSTANTIATE_TEST_SUITE_P(Addresses, TokenizerTest, testing::ValuesIn(kAddresses));
INSTANTIATE_TEST_SUITE_P(Scripts, TokenizerTest, testing::ValuesIn(kScripts));

// Offsets are bytes of the original text, whatever normalisation did to it.
TEST(TokenizerOffsets, PointIntoTheOriginalText) {
  const std::string text = "“Ma’ruf” di-PHK, anak2 Rp1,5 miliar—ﬁlm";
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize(text, tokens);
  std::vector<std::string> surfaces;
  for (const ShapedToken& token : tokens) surfaces.push_back(text.substr(token.begin, token.end - token.begin));
  const std::vector<std::string> expected = {"Ma’ruf", "di-PHK",     "anak2",  "Rp", "Rp1,5 miliar",
                                             "1,5",    "1,5 miliar", "miliar", "ﬁlm"};
  EXPECT_EQ(surfaces, expected);
}

TEST(TokenizerPositions, CountPartsOnly) {
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize("#Maju COVID-19 Rp1,5 miliar", tokens);
  std::string result;
  for (const ShapedToken& token : tokens) {
    result += std::string(token.key) + ':' + std::to_string(token.position) + ' ';
  }
  EXPECT_EQ(result, "#maju:0 maju:0 covid:1 covid19:1 19:2 rp:3 idr1500000000:3 1.5:4 1500000000:4 miliar:5 ");
}

// Tokens of several texts in one vector do not look at each other.
TEST(TokenizerPositions, BeginAnewWithEachText) {
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize("Harga beras yang naik Rp", tokens);
  tokenizer.tokenize("5 juta", tokens);
  ASSERT_EQ(tokens.size(), 8U);
  EXPECT_EQ(tokens[5].position, 0U);
  EXPECT_EQ(tokens[6].key, "5000000");
}

TEST(TokenizerShapes, AreNamed) {
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize("Anak-anak KPK 5,2 5% 14.30 3/4/2025 kabar.com a@b.id", tokens);
  std::string result;
  for (const ShapedToken& token : tokens) result += std::string(shape_name(token.shape)) + ' ';
  EXPECT_EQ(result, "reduplication acronym number number percent time date url email ");
}

}  // namespace
}  // namespace warta::analysis
