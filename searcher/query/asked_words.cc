#include "searcher/query/asked_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

constexpr std::array<std::string_view, 24> kQuestionWords = {
    "apa",       "apakah",  "bagaimana",  "bagaimanakah", "berapa",   "berapakah", "darimana",  "dimana",
    "dimanakah", "gimana",  "jelaskan",   "kapan",        "kapankah", "kemana",    "kenapa",    "mana",
    "manakah",   "mengapa", "mengapakah", "sebutkan",     "siapa",    "siapakah",  "kemanakah", "kenapakah"};

// Nouns for a kind of answer, by grammar and not by frequency. Words that may also be what an article tells of (usia,
// cara, harga, tanggal, akibat hukum) are left out.
constexpr std::array<std::string_view, 30> kAskedWords = {
    "akibat",      "alasan", "alasannya", "arti",       "artinya",  "dampak",      "definisi",  "dimaksud",
    "dimaksudkan", "faktor", "fungsi",    "fungsinya",  "jenis",    "jumlah",      "jumlahnya", "maksud",
    "maksudnya",   "nama",   "namanya",   "pengertian", "penyebab", "penyebabnya", "peran",     "perannya",
    "persentase",  "reaksi", "sebab",     "tanggapan",  "tujuan",   "tujuannya"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& words, const Unit& unit) {
  return std::ranges::find(words, unit.text) != words.end();
}

}  // namespace

void weigh_asked_words(std::vector<Unit>& units) {
  if (std::ranges::none_of(units, [](const Unit& unit) { return is_among(kQuestionWords, unit); })) return;
  for (Unit& unit : units) {
    if (is_among(kAskedWords, unit)) unit.share = kAskedShare;
  }
}

}  // namespace warta::searcher
