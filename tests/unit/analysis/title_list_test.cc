// Lists of titles, and what looks like them.
#include "analysis/title_list.h"

#include <string>

#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

constexpr const char* kTitles =
    "Harga Beras Naik Lagi di Pasar Induk\n"
    "Pedagang Telur Mengeluh, Pembeli Menghilang\n\n"
    "[FOTO] Warga Antre Beras Murah Sejak Pagi di ...\n"
    "5 Alasan Harga Beras Belum Juga Turun - Kabar Desa\n";

TEST(TitleList, IsToldByItsLines) {
  EXPECT_TRUE(is_title_list(kTitles));
  EXPECT_TRUE(is_title_list(std::string(kTitles) + "  Menteri Janji Beras Segera Murah \r\nHalaman 2"));
}

TEST(TitleList, IsNoText) {
  const std::string titles = kTitles;
  const std::string cases[] = {
      "",
      "\n\n\n\n",
      // Too few.
      "Harga Beras Naik Lagi di Pasar Induk\nPedagang Telur Mengeluh, Pembeli Menghilang",
      // An article behind its related titles.
      titles + "Harga beras di pasar induk naik lagi. Pedagang berkata bahwa pembeli menghilang.",
      // Paragraphs.
      "Harga beras di pasar induk naik lagi.\nPedagang berkata bahwa pembeli menghilang.\n"
      "\"Kami antre sejak pagi,\" kata Siti.\nMenteri berjanji: \"Beras segera murah.\"",
      // Wrapped lines.
      "Harga beras di pasar induk naik lagi sejak\nkemarin pagi, dan pedagang berkata bahwa para\n"
      "pembeli menghilang, sebab beras murah dari\ngudang pemerintah dijual di kantor kelurahan",
      // Lyrics.
      "Padi menguning di ladang\nAngin berembus perlahan\nPetani pulang bersama\nSenja pun turun di desa",
  };
  for (const std::string& text : cases) EXPECT_FALSE(is_title_list(text)) << text;
}

}  // namespace
}  // namespace warta::analysis
