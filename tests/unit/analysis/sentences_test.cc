// Sentences and paragraphs: '|' stands where a sentence ends, '¶' where a paragraph does.
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/tokenizer.h"

namespace warta::analysis {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.text;
}

std::string sentences_of(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize(text, tokens);
  std::string result;
  const ShapedToken* last = nullptr;
  for (const ShapedToken& token : tokens) {
    if (token.overlapping) continue;
    if (last != nullptr) {
      result += token.paragraph != last->paragraph ? " ¶ " : token.sentence != last->sentence ? " | " : " ";
    }
    result += token.key;
    last = &token;
  }
  return result;
}

class SentencesTest : public testing::TestWithParam<Row> {};

TEST_P(SentencesTest, EndWhereReadersSeeThem) {
  EXPECT_EQ(sentences_of(GetParam().text), GetParam().expected);
}

constexpr Row kRows[] = {
    {"Harga naik. Warga resah! Mengapa? Entah… Begitulah", "harga naik | warga resah | mengapa | entah | begitulah"},
    {"“Benarkah?” tanya dia. “Ya.” Lalu pergi", "benarkah tanya dia | ya | lalu pergi"},
    {"Dr. Sari dan Prof. Budi dari PT. Maju", "dr sari dan prof budi dari pt maju"},
    {"Pj. Gubernur Heru dan Plt. Bupati Ani", "pj gubernur heru dan plt bupati ani"},
    {"Presiden B.J. Habibie dan M. Natsir", "presiden bj habibie dan m natsir"},
    {"lihat hlm. 12 No. 5 Jl. Melati", "lihat hlm 12 no 5 jl melati"},
    {"beras, gula, dll. Harga turun", "beras gula dll | harga turun"},
    {"beras, gula, dll. yang turun", "beras gula dll yang turun"},
    {"sebesar Rp. 1.500 pukul 14.30. Besoknya 5,2 persen", "sebesar rp 1500 pukul 14:30 | besoknya 5.2 persen"},
    {"1. Beras 2. Gula", "1 beras 2 | gula"},
    {"sudah selesai.Selanjutnya kabar.com", "sudah selesai | selanjutnya kabar.com"},
    {"Tahun 2024. Tahun 2025", "tahun 2024 | tahun 2025"},
    {"Judul\n\nIsi berita\nlagi", "judul ¶ isi berita ¶ lagi"},
    {"Judul\n#tag lagi\n- butir", "judul ¶ tag lagi ¶ butir"},
};

INSTANTIATE_TEST_SUITE_P(Rows, SentencesTest, testing::ValuesIn(kRows));

}  // namespace
}  // namespace warta::analysis
