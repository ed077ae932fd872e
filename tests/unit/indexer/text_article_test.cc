#include "indexer/sources/text_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

using testing::ElementsAre;

TEST(TextArticle, ReadsTheShapeOfScrapers) {
  const Result<Article> article = article_from_text(
      "Layar Lipat Kian Murah\r\n"
      "\r\n"
      "Penulis: Raka Aditya\r\n"
      "Senin, 13 Mei 2024 | 14:30 WIB\r\n"
      "REKOMENDASI\r\n"
      "Ponsel Terbaik Tahun Ini\r\n"
      "ARTIKEL TERKAIT\r\n"
      "Layar Lipat Pertama di Pasar\r\n"
      "\r\n"
      "Gawai.example \xE2\x80\x93 Harga layar lipat turun setengahnya dalam setahun, kata pengamat pasar.\r\n"
      "Baca juga: Cara Merawat Layar\r\n"
      "Lebih Ringan\r\n"
      "Seperti dilaporkan sebelumnya, \xE2\x80\x9Cpabrik kami menambah jalur,\xE2\x80\x9D kata manajernya.\r\n"
      "[Gambas:Video Gawai] Penjualan dimulai bulan depan. (rak/adt)\r\n"
      "TAGS\r\n"
      "ponsel lipat\r\n"
      "TINGGALKAN KOMENTAR\r\n"
      "Please enter your comment!\r\n"
      "ARTIKEL TERKINI\r\n"
      "Kamera Saku Kembali Dicari\r\n");
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, "Layar Lipat Kian Murah");
  EXPECT_EQ(article->body,
            "Gawai.example \xE2\x80\x93 Harga layar lipat turun setengahnya dalam setahun, kata pengamat pasar.\n"
            "Lebih Ringan\n"
            "Seperti dilaporkan sebelumnya, \xE2\x80\x9Cpabrik kami menambah jalur,\xE2\x80\x9D kata manajernya.\n"
            "Penjualan dimulai bulan depan.");
  EXPECT_THAT(article->authors, ElementsAre("Raka Aditya"));
  EXPECT_THAT(article->tags, ElementsAre("ponsel lipat"));
  ASSERT_TRUE(article->published);
  EXPECT_EQ(to_iso8601(*article->published), "2024-05-13T14:30:00+07:00");
  EXPECT_EQ(article->source, "gawai.example");
}

TEST(TextArticle, TakesAUrlLineAndDropsLabels) {
  const Result<Article> article = article_from_text(
      "Judul\nhttps://www.contoh.id/a?fbclid=1\nKABAR CONTOH\nEKONOMI\nIsi berita hanya satu kalimat yang cukup "
      "panjang.");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->url, "https://www.contoh.id/a");
  EXPECT_EQ(article->source, "contoh.id");
  EXPECT_EQ(article->body, "Isi berita hanya satu kalimat yang cukup panjang.");
}

TEST(TextArticle, KeepsSchedules) {
  const Result<Article> article = article_from_text(
      "Jadwal Lomba Perahu\nSari Dewi - Kabar Muara | Senin, 13 Mei 2024 14:30 WIB\nDiperbarui: 14 Mei 2024\n"
      "Panitia mengumumkan jadwal lomba perahu di muara kemarin.\n"
      "Babak pertama: Minggu, 19 Mei 2024 pukul 07.00 WIB\nPemenang diumumkan 20 Mei 2024 14:28 WIB.");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->body,
            "Panitia mengumumkan jadwal lomba perahu di muara kemarin.\n"
            "Babak pertama: Minggu, 19 Mei 2024 pukul 07.00 WIB\nPemenang diumumkan 20 Mei 2024 14:28 WIB.");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(to_iso8601(*article->published), "2024-05-13T14:30:00+07:00");
  ASSERT_TRUE(article->modified);
  EXPECT_EQ(to_iso8601(*article->modified), "2024-05-14");
}

TEST(TextArticle, ProseIsNoFurniture) {
  const Result<Article> article = article_from_text(
      "Judul\nBaca juga bukan sekadar frasa: kalimat ini sepanjang paragraf biasa sehingga tidak dibuang, sebab "
      "penunjuk ke "
      "artikel lain tidak pernah sepanjang ini, dan penulis memang sengaja memulainya dengan kata-kata yang menyerupai "
      "penunjuk "
      "itu agar pengurai tidak terkecoh olehnya.\nKomentar warga beragam.\nEditor: Sari");
  ASSERT_TRUE(article);
  EXPECT_THAT(article->body, testing::HasSubstr("Baca juga bukan sekadar"));
  EXPECT_THAT(article->body, testing::EndsWith("Komentar warga beragam."));
  EXPECT_TRUE(article->authors.empty());
}

TEST(TextArticle, RefusesEmptyText) {
  EXPECT_FALSE(article_from_text(""));
  EXPECT_FALSE(article_from_text(" \r\n\n"));
  EXPECT_FALSE(article_from_text("REKOMENDASI\nADVERTISEMENT"));
  EXPECT_TRUE(article_from_text("Hanya judul"));
}

}  // namespace
}  // namespace warta::indexer
