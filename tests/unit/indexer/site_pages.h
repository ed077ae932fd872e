// Pages of a site about different things, and a line that they may share: for tests of learned furniture.
#pragma once

#include <string>
#include <vector>

#include "database/article.h"

namespace warta::indexer {

inline constexpr const char* kAppeal = "Titipkan salam hangat buat redaksi lewat kotak surat";

// Pages about different things: title and three paragraphs of prose, each with words of its own.
struct Story {
  const char* title;
  const char* first;
  const char* second;
  const char* third;
};

inline constexpr Story kStories[] = {
    {"Panen Padi Melimpah di Subang",
     "Petani Subang memanen padi lebih awal karena hujan turun merata sejak akhir tahun.",
     "Gabah kering dibeli penggilingan dengan harga yang lebih baik daripada musim tanam sebelumnya.",
     "Dinas setempat meminta petani menyimpan sebagian benih untuk musim tanam yang akan datang."},
    {"Kereta Malam Terlambat Dua Jam",
     "Penumpang kereta malam menunggu dua jam di stasiun karena sinyal di lintas itu rusak.",
     "Petugas membagikan air minum dan meminta maaf lewat pengeras suara kepada semua penumpang.",
     "Perbaikan sinyal selesai menjelang fajar, dan perjalanan kembali lancar menurut kepala stasiun."},
    {"Museum Batik Dibuka Kembali",
     "Museum batik dibuka kembali setelah atap dan ruang pamerannya selesai diperbaiki tahun ini.",
     "Pengunjung pertama datang dari sekolah dasar di sekitar alun-alun bersama para guru mereka.",
     "Kurator menambah koleksi kain pesisir yang dipinjamkan oleh keluarga pembatik dari pantai utara."},
    {"Nelayan Temukan Hiu Paus",
     "Nelayan menemukan hiu paus terjerat jaring di teluk dan melepaskannya bersama para penyelam.",
     "Hewan itu sehat dan berenang kembali ke laut lepas setelah tali pada siripnya dipotong.",
     "Peneliti mencatat ukuran tubuhnya untuk melengkapi data tentang perpindahan hewan laut di perairan itu."},
    {"Festival Layang-Layang Meriah",
     "Ratusan layang-layang menghiasi langit pantai pada pembukaan festival tahunan akhir pekan lalu.",
     "Peserta dari sepuluh negara membawa bentuk naga, burung, dan ikan yang panjangnya puluhan meter.",
     "Panitia memberi hadiah bagi pembuat termuda, seorang murid sekolah menengah dari kota itu."},
    {"Jembatan Gantung Diganti Beton",
     "Jembatan gantung di atas sungai diganti dengan beton supaya truk pengangkut sayur dapat lewat.",
     "Warga dua kampung yang selama ini memutar jauh menyambut pembangunan yang selesai lebih cepat.",
     "Pemerintah daerah menyisihkan dana perawatan agar bangunan itu tidak cepat rusak oleh banjir."},
    {"Kopi Gayo Menembus Pasar Baru",
     "Eksportir kopi gayo mengirim kontainer pertama ke pembeli baru di Eropa timur bulan ini.",
     "Koperasi menjaga mutu dengan memilah biji dua kali dan mencatat kebun asal setiap karung.",
     "Harga di tingkat petani ikut naik, dan lebih banyak pemuda kembali menggarap kebun keluarganya."},
    {"Perpustakaan Keliling Tambah Armada",
     "Perpustakaan keliling menambah tiga mobil yang akan menyinggahi desa terpencil setiap dua pekan.",
     "Buku anak paling banyak dipinjam, disusul resep masakan dan panduan beternak ayam kampung.",
     "Relawan membacakan dongeng di balai desa sambil menunggu giliran anak-anak memilih bacaan."},
};

inline Article page(std::size_t story, std::vector<std::string> lines, const std::string& site = "contoh.id") {
  const Story& told = kStories[story % std::size(kStories)];
  Article article;
  article.source = site;
  article.url = "https://" + site + "/" + std::to_string(story);
  article.title = told.title;
  for (const std::string& line : lines) article.body += (article.body.empty() ? "" : "\n") + line;
  return article;
}

// The story's paragraphs with a line among them: 0 before all, 3 behind.
inline Article page_with(std::size_t story, const std::string& line, std::size_t place) {
  const Story& told = kStories[story % std::size(kStories)];
  std::vector<std::string> lines = {told.first, told.second, told.third};
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), line);
  return page(story, lines);
}

inline std::vector<Article> pages_with(const std::string& line, std::size_t place, std::size_t count) {
  std::vector<Article> pages;
  for (std::size_t i = 0; i < count; ++i) pages.push_back(page_with(i, line, place));
  return pages;
}

}  // namespace warta::indexer
