#include "indexer/extract/furniture.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(Furniture, ClassifiesLines) {
  struct Row {
    const char* line;
    LineKind kind;
  };
  const Row rows[] = {
      {"Baca juga: Harga Beras Turun", LineKind::furniture},
      {"BACA JUGA", LineKind::furniture},
      {"Lihat Juga : Panen Raya", LineKind::furniture},
      {"ADVERTISEMENT", LineKind::furniture},
      {"SCROLL TO CONTINUE WITH CONTENT", LineKind::furniture},
      {"Bagikan:", LineKind::furniture},
      {"Penulis: Sari Dewi", LineKind::furniture},
      {"Editor : Budi", LineKind::furniture},
      {"(dod/aud)", LineKind::furniture},
      {"[sar]", LineKind::furniture},
      {"Halaman Selanjutnya", LineKind::furniture},
      {"TINGGALKAN KOMENTAR", LineKind::tail},
      {"Leave a Reply", LineKind::tail},
      {"Artikel Terkini", LineKind::tail},
      {"Terpopuler", LineKind::tail},
      {"Baca jugalah buku ini sebelum tidur.", LineKind::text},
      {"Iklan rokok dilarang di dekat sekolah.", LineKind::text},
      {"Terkini, harga beras naik lagi.", LineKind::text},
      {"Share pasar mobil listrik baru 5 persen tahun lalu, kata menteri.", LineKind::text},
      {"(Senin, 12 Mei 2024)", LineKind::text},
      {"", LineKind::text},
  };
  for (const Row& row : rows) EXPECT_EQ(classify_line(row.line), row.kind) << row.line;
}

TEST(Furniture, CutsReporterCodes) {
  struct Row {
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"Warga pulang. (dod/aud)", "Warga pulang."},
      {"\"Sudah selesai,\" katanya. [sar]", "\"Sudah selesai,\" katanya."},
      {"Warga pulang. (KO/TM)", "Warga pulang."},
      {"Komisi Pemberantasan Korupsi (KPK)", "Komisi Pemberantasan Korupsi (KPK)"},
      {"Warga pulang. (KPK)", "Warga pulang. (KPK)"},
      {"dalam bahasa aslinya (sic)", "dalam bahasa aslinya (sic)"},
      {"(dod)", "(dod)"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(without_reporter_code(row.text), row.expected) << row.text;
}

TEST(Furniture, CutsInsertions) {
  EXPECT_EQ(without_insertions("Satu [Gambas:Video 20detik] dua"), "Satu dua");
  EXPECT_EQ(without_insertions("[caption id=\"x\"]Foto[/caption]"), "Foto");
  EXPECT_EQ(without_insertions("Pasal [1] tetap [Gambas:"), "Pasal [1] tetap [Gambas:");
}

}  // namespace
}  // namespace warta::indexer
