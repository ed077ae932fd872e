#include "searcher/query/asked_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

constexpr auto kQuestionWords = std::to_array<std::string_view>(
    {"apa",       "apakah", "bagaimana", "bagaimanakah", "berapa",     "berapakah", "darimana",  "dimana",
     "dimanakah", "gimana", "jelaskan",  "kapan",        "kapankah",   "kemana",    "kemanakah", "kenapa",
     "kenapakah", "mana",   "manakah",   "mengapa",      "mengapakah", "sebutkan",  "siapa",     "siapakah"});

// Nouns for a kind of answer, by grammar and not by frequency. Words that may also be what an article tells of (usia,
// cara, harga, tanggal, akibat hukum) are left out.
constexpr auto kAskedWords = std::to_array<std::string_view>(
    {"akibat",      "alasan", "alasannya", "arti",       "artinya",  "dampak",      "definisi",  "dimaksud",
     "dimaksudkan", "faktor", "fungsi",    "fungsinya",  "jenis",    "jumlah",      "jumlahnya", "maksud",
     "maksudnya",   "nama",   "namanya",   "pengertian", "penyebab", "penyebabnya", "peran",     "perannya",
     "persentase",  "reaksi", "sebab",     "tanggapan",  "tujuan",   "tujuannya"});

static_assert(std::ranges::is_sorted(kQuestionWords) && std::ranges::is_sorted(kAskedWords));

bool is_among(std::span<const std::string_view> words, const Unit& unit) {
  return std::ranges::binary_search(words, unit.text);
}

}  // namespace

void weigh_asked_words(std::vector<Unit>& units) {
  if (std::ranges::none_of(units, [](const Unit& unit) { return is_among(kQuestionWords, unit); })) return;
  for (Unit& unit : units) {
    if (is_among(kAskedWords, unit)) unit.share = kAskedShare;
  }
}

}  // namespace warta::searcher
