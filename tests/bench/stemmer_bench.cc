// Words a second, uncached, of each stemmer over one list of words, roots and affixed forms mixed as in news.
#include <benchmark/benchmark.h>

#include <iterator>
#include <string_view>

#include "analysis/analysis_settings.h"
#include "analysis/stemmer.h"

namespace warta::analysis {
namespace {

constexpr const char* kWords[] = {"pemerintah",
                                  "mengumumkan",
                                  "bantuan",
                                  "untuk",
                                  "warga",
                                  "yang",
                                  "terdampak",
                                  "banjir",
                                  "di",
                                  "semarang",
                                  "gubernur",
                                  "mengatakan",
                                  "penyaluran",
                                  "beras",
                                  "akan",
                                  "dimulai",
                                  "pekan",
                                  "depan",
                                  "dan",
                                  "diawasi",
                                  "polisi",
                                  "ketersediaan",
                                  "pangan",
                                  "dinilai",
                                  "mencukupi",
                                  "sampai",
                                  "akhir",
                                  "tahun",
                                  "harganya",
                                  "masih",
                                  "naik",
                                  "pedagang",
                                  "pasar",
                                  "berharap",
                                  "pasokannya",
                                  "segera",
                                  "kembali",
                                  "lancar",
                                  "menurut",
                                  "mereka",
                                  "kenaikan",
                                  "harga",
                                  "membebani",
                                  "pembeli",
                                  "terutama",
                                  "masyarakat",
                                  "berpenghasilan",
                                  "rendah",
                                  "jokowi",
                                  "meresmikan",
                                  "jalan",
                                  "tol",
                                  "penghubung",
                                  "kedua",
                                  "kota",
                                  "pembangunannya",
                                  "menghabiskan",
                                  "anggaran",
                                  "rp",
                                  "triliun",
                                  "komisi",
                                  "pemberantasan",
                                  "korupsi",
                                  "memeriksa",
                                  "tersangka",
                                  "sebagai",
                                  "saksi",
                                  "perkara",
                                  "suap",
                                  "pengadaan",
                                  "barang",
                                  "unggahan",
                                  "itu",
                                  "viral",
                                  "setelah",
                                  "dibagikan",
                                  "ribuan",
                                  "warganet",
                                  "pertandingan",
                                  "berakhir",
                                  "imbang",
                                  "pelatih",
                                  "memuji",
                                  "perjuangan",
                                  "para",
                                  "pemain",
                                  "sukarni",
                                  "memperlihatkan",
                                  "keberhasilan",
                                  "pendidikan",
                                  "keterbukaan",
                                  "pelajarannya",
                                  "dipertanggungjawabkan",
                                  "kebersamaan",
                                  "startup",
                                  "smartphone"};

void stem(benchmark::State& state, const char* name) {
  AnalysisSettings settings;
  settings.stemmer = name;
  const auto stemmer = make_stemmer(settings);
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string_view word : kWords) benchmark::DoNotOptimize((*stemmer)->stem(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(std::size(kWords)));
}

BENCHMARK_CAPTURE(stem, snowball, "snowball");
BENCHMARK_CAPTURE(stem, lexicon, "lexicon");

}  // namespace
}  // namespace warta::analysis

BENCHMARK_MAIN();
