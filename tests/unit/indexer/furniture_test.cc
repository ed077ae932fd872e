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
      {"12 Komentar", LineKind::tail},
      {"Tidak ada komentar:", LineKind::tail},
      {"2 dari 4 halaman", LineKind::furniture},
      {"1.234 views", LineKind::furniture},
      {"Post Views: 318", LineKind::furniture},
      {"(*)", LineKind::furniture},
      {"(REN)", LineKind::furniture},
      {"(antara/contoh)", LineKind::furniture},
      {"Ikuti saluran WhatsApp kami untuk kabar terbaru", LineKind::furniture},
      {"Cek Berita dan Artikel yang lain di Google News", LineKind::furniture},
      {"Artikel ini telah tayang di contoh.id dengan judul Harga Beras Naik", LineKind::furniture},
      {"Dilarang keras mengambil konten tanpa izin tertulis.", LineKind::furniture},
      {"Scroll ke bawah untuk melanjutkan membaca", LineKind::furniture},
      {"Google News dan WhatsApp mengubah cara warga mencari berita.", LineKind::text},
      {"12 komentar itu dihapus pengelola.", LineKind::text},
      {"Sumber air di desa itu mengering.", LineKind::text},
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

TEST(Furniture, FindsWhatAnnouncesALink) {
  struct Row {
    const char* text;
    std::size_t begin;
  };
  const Row rows[] = {
      {"Baca juga: ", 0},
      {"Harga naik. Baca juga:", 11},
      {"Harga naik. (Baca: ", 11},
      {"Harga naik. Lihat juga ", 11},
      {"Warga membaca", std::string_view::npos},
      {"Ia suka baca ", std::string_view::npos},
      {"", std::string_view::npos},
  };
  for (const Row& row : rows) EXPECT_EQ(pointer_label_begin(row.text), row.begin) << row.text;
  EXPECT_EQ(without_trailing_pointer("Harga naik. Baca juga: Panen Raya"), "Harga naik.");
  EXPECT_EQ(without_trailing_pointer("Tulisan \"baca juga: label\" itu jelas."),
            "Tulisan \"baca juga: label\" itu jelas.");
}

TEST(Furniture, CutsInsertions) {
  EXPECT_EQ(without_insertions("Satu [Gambas:Video 20detik] dua"), "Satu dua");
  EXPECT_EQ(without_insertions("[caption id=\"x\"]Foto[/caption]"), "Foto");
  EXPECT_EQ(without_insertions("Pasal [1] tetap [Gambas:"), "Pasal [1] tetap [Gambas:");
}

}  // namespace
}  // namespace warta::indexer
