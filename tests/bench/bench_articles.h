// Articles for benchmarks: sentences of our own in a seeded order, of the length of news.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "database/article.h"

namespace warta::bench {

inline constexpr std::array kSentences = {
    "Harga beras medium di pasar induk naik 5,2 persen sejak awal bulan, kata pedagang di Cipinang, Senin (3/6/2024).",
    "“Pembeli mulai mengurangi belanja,” ujarnya.",
    "Pemerintah menyiapkan Rp1,5 triliun untuk operasi pasar sampai akhir tahun.",
    "Anak-anak sekolah di tiga kecamatan menerima bantuan pangan dari Badan Pangan Daerah (BPD).",
    "Menteri B.J. Wirawan menilai kenaikan itu masih wajar dan meminta warga tidak menimbun.",
    "Banjir merendam ratusan rumah di bantaran kali setelah hujan turun semalaman.",
    "Petugas gabungan mengevakuasi penduduk yang bertahan di lantai dua dengan perahu karet.",
    "Kereta pertama menuju pelabuhan berangkat pukul 05.30 WIB dan terlambat dua puluh menit.",
    "Dewan kota membahas rancangan peraturan tentang undang-undang sampah rumah tangga.",
    "Pelatih tim tuan rumah mengatakan para pemainnya kelelahan pada babak kedua.",
    "Peneliti mencatat kenaikan muka air laut sekitar empat milimeter setahun di pesisir utara.",
    "Jaksa mendakwa bekas kepala dinas itu menerima suap dalam pengadaan lampu jalan.",
};
inline constexpr std::size_t kSentencesOfArticle = 18;

// The same articles for the same count.
inline std::vector<Article> articles(std::size_t count) {
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> pick(0, kSentences.size() - 1);
  std::vector<Article> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    Article& article = result[i];
    article.id = "b" + std::to_string(i);
    article.url = "https://warta.example/berita/" + article.id;
    article.source = "warta.example";
    article.title = "Harga beras naik di " + std::to_string(i) + " pasar";
    for (std::size_t sentence = 0; sentence < kSentencesOfArticle; ++sentence) {
      article.body += kSentences[pick(random)];
      // A number of its own, so that articles do not compress as copies of one another.
      article.body += " Tercatat " + std::to_string(random() % 1'000'000) + " warga.";
      article.body += sentence % 3 == 2 ? '\n' : ' ';
    }
  }
  return result;
}

}  // namespace warta::bench
