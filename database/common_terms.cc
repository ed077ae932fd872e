#include "database/common_terms.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <xxhash.h>

namespace warta {
namespace {

constexpr std::size_t kListedRarities = 5;

// By binary logarithms: a term of the n-th row stands in one of 2^n articles, give or take half a step. Counted over
// 80,923 articles whose words the built-in lexicon stems; years and names of sites, which come and go, are left out.
// and go. What is missing, or stemmed otherwise, only makes signatures less sharp.
constexpr std::array<std::string_view, kListedRarities> kTermsByRarity = {
    "dalam dan dari dengan di ini itu untuk yang",
    "ada adalah akan atau bagi bisa dapat indonesia jadi jakarta juga karena kata ke lain laku lalu lebih oleh "
    "pada saat sama satu sebagai sebut sudah tahun tidak",
    "1 2 agar akhir aku antara atas baca bahwa baik banyak baru beberapa belum beri besar buat bukan dia diri dua "
    "guna hadap hal hanya hari harus hasil hingga ia ikut jalan jelas jika jumlah kait kali kami kembali kemudian "
    "kepada kerja kita lagi langsung lanjut lihat masih masuk masyarakat mereka milik mula namun negara nilai "
    "nyata orang para perintah pertama pihak pun rupa saja salah sampai sangat saya sebelumnya secara selain "
    "selama sementara semua seperti serta setelah tahu tak tambah tapi telah temu tengah terus tetap tiga tingkat "
    "turut ujar ungkap utama waktu",
    "10 12 19 20 3 4 5 6 7 9 acara air akibat akun alam aman ambil anak anggota apa asal atur awal badan bahkan "
    "bangun bantu barat bawa beda begitu benar bentuk berbagai berita biasa buah buka bukti bulan butuh capai "
    "cara cari catat cepat cukup daerah dasar datang dekat demikian depan duga dukung dunia empat gelar hadir "
    "harap harga hati hidup hubung hukum informasi ingat ingin isi jaga jauh jawa jumat juta kabupaten kalau "
    "kamis kasus keluar keluarga kembang kena kenal kepala ketika ketua khusus kini kondisi kota kuat kurang "
    "kutip laksana lama lansir lapor lengkap lewat lokasi luar main maka malam mampu mana masa masalah mau maupun "
    "media memang menang menteri meski minggu minta mudah mungkin naik nama nanti nasional negeri nomor paling "
    "panjang pasti penting penuh periksa perlu pernah persen pilih pimpin polisi presiden proses pukul punya "
    "pusat putus rabu rasa rencana resmi ri rp rumah sabtu sebab sebelum sedang sehat sehingga sejak sekarang "
    "sekitar selasa selatan seluruh sempat sendiri senin september sesuai setiap siap soal sosial sumber tahan "
    "tampil tangan tanpa tarik tegas tempat tentang tentu terang terima tetapi tim tinggal tinggi to tugas tuju "
    "tulis tunjuk turun tutup tutur uang ubah ucap umum upaya usaha usai video wakil warga wib wilayah ya yaitu "
    "yakni",
    "11 13 14 15 16 17 18 21 22 24 25 30 50 8 adapun adil advertisement agustus ajak ajar akses aksi aktivitas "
    "alas amerika ancam anda anggap angka angkat apakah apalagi arah arti artikel as asia bagaimana bahan bahas "
    "bakal bakar balik banding bangsa bank barang batas bawah bayar bebas belakang beli berat biaya bicara bidang "
    "bijak bilang boleh calon camat cek cerita cipta coba content continue daftar dagang dampak dana data daya "
    "demi dengar desa detik didik dinas direktur dorong dpr duduk dulu edar ekonomi enam fakta fokus foto gabung "
    "gambas ganggu ganti gedung gerak giat global grup gubernur hak hampir henti hilang ibu imbuh industri "
    "instagram internasional jabat jadwal jam jangan janji jawab jenderal jenis joko jokowi jual juang juara "
    "judul juli juni justru kabar kalah kan kantor kasih kategori kawasan kecil kelola kelompok kemarin kendara "
    "keras kira kirim klaim komentar komisi komitmen komunikasi konfirmasi konten korban korupsi kualitas kuasa "
    "kunjung laga lahir langkah lapangan latih lawan layan lembaga lepas libat liga lima lindung lingkung lintas "
    "luang luas maju makan maksimal manfaat mantan manusia masing-masing mata menit merah meskipun miliar misal "
    "mobil motor muda muncul musim narasi of oktober operasi padahal pagi paham pak pakai pantau partai pasal "
    "pasang pasar pekan per peran percaya periode pers pesan pikir poin politik posisi positif potensi prabowo "
    "pria pribadi produk produksi program provinsi pt publik pungkas putih raih rakyat rapat raya ribu rilis "
    "ruang rusak sakit saksi sambung sambut sana sang sangka scroll sebar sebenarnya sedangkan sedia sedikit "
    "segera sekali sekaligus sekolah sektor selalu selamat selanjutnya selenggara selesai semakin serah serang "
    "serikat sering siapa sini sisi sistem sorot suara suka sukses sulit surat tadi tahap tampak tanah tanda "
    "tanding tanggal tanggap tanggung tangkap tanya target tawar tekan teknologi telusur teman tepat terap "
    "terlalu the timur tindak tolak total tumbuh tunggu ulang undang-undang unggah unggul urus usia utara wajib "
    "warna wartawan widodo with yakin",
};

// A slot holds the rarity in its lowest bits and the hash's upper bits above them, or nothing. Another term with the
// same bits counts as common too, in the index and in the query alike.
constexpr std::uint32_t kRarityBits = 3;
constexpr std::uint32_t kFree = ~std::uint32_t{0};

std::uint32_t tag_of(std::uint64_t term_hash) {
  return static_cast<std::uint32_t>(term_hash >> 32) >> kRarityBits;
}

class RarityTable {
 public:
  RarityTable() {
    slots_.fill(kFree);
    for (std::uint32_t rarity = 0; rarity < kTermsByRarity.size(); ++rarity) add_all(kTermsByRarity[rarity], rarity);
  }

  unsigned find(std::uint64_t term_hash) const {
    for (std::size_t at = term_hash % slots_.size(); slots_[at] != kFree; at = (at + 1) % slots_.size()) {
      if (slots_[at] >> kRarityBits == tag_of(term_hash)) return slots_[at] & ((1U << kRarityBits) - 1);
    }
    return kUncommonRarity;
  }

 private:
  void add_all(std::string_view terms, std::uint32_t rarity) {
    while (!terms.empty()) {
      const std::size_t length = std::min(terms.find(' '), terms.size());
      const std::uint64_t hash = hash_of_term(terms.substr(0, length));
      std::size_t at = hash % slots_.size();
      while (slots_[at] != kFree) at = (at + 1) % slots_.size();
      slots_[at] = tag_of(hash) << kRarityBits | rarity;
      terms.remove_prefix(std::min(length + 1, terms.size()));
    }
  }

  std::array<std::uint32_t, 2048> slots_ = {};  // three times the terms: most look-ups end at the first slot
};

}  // namespace

std::uint64_t hash_of_term(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

unsigned rarity_of_term(std::uint64_t term_hash) {
  static const RarityTable table;
  return table.find(term_hash);
}

}  // namespace warta
