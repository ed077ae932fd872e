// Speed of the analysis on news: bytes a second of the tokenizer alone, and of the whole chain with a warm cache.
// WARTA_BENCH_TEXT names a UTF-8 file to use; else a few sentences of our own are repeated.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "analysis/analyzer.h"
#include "analysis/tokenizer.h"

namespace {

using namespace warta::analysis;

constexpr size_t kArticleBytes = 2000;
constexpr size_t kTextBytes = 2'000'000;

std::string read_text() {
  if (const char* path = std::getenv("WARTA_BENCH_TEXT")) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  const std::string sample =
      "Harga beras medium di pasar induk naik 5,2 persen sejak awal bulan, kata pedagang di Cipinang, Senin "
      "(3/6/2024). "
      "“Pembeli mulai mengurangi belanja,” ujarnya. Pemerintah menyiapkan Rp1,5 triliun untuk operasi pasar, sementara "
      "anak-anak sekolah menerima bantuan pangan. Menteri B.J. Wirawan menilai kenaikan itu wajar.\n";
  std::string text;
  while (text.size() < kTextBytes) text += sample;
  return text;
}

// The text in pieces of an article's length, cut at spaces.
std::vector<std::string> articles() {
  const std::string text = read_text();
  std::vector<std::string> result;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(begin + kArticleBytes, text.size());
    end = std::min(text.find(' ', end), text.size());
    result.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return result;
}

void count_bytes(benchmark::State& state, const std::vector<std::string>& texts) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void tokenizer(benchmark::State& state) {
  const std::vector<std::string> texts = articles();
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  for (auto _ : state) {
    for (const std::string& text : texts) {
      tokens.clear();
      tokenizer.clear();
      tokenizer.tokenize(text, tokens);
      benchmark::DoNotOptimize(tokens.data());
    }
  }
  count_bytes(state, texts);
}
BENCHMARK(tokenizer)->Unit(benchmark::kMillisecond);

void analyzer(benchmark::State& state, const char* stemmer) {
  const std::vector<std::string> texts = articles();
  AnalysisSettings settings;
  settings.stemmer = stemmer;
  Analyzer analyzer = std::move(*Analyzer::create(settings));
  std::vector<AnalyzedToken> tokens;
  const auto analyze_all = [&] {
    for (const std::string& text : texts) {
      tokens.clear();
      analyzer.clear();
      analyzer.analyze(text, tokens);
      benchmark::DoNotOptimize(tokens.data());
    }
  };
  analyze_all();  // fills the cache
  for (auto _ : state) analyze_all();
  count_bytes(state, texts);
}
BENCHMARK_CAPTURE(analyzer, none, "none")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyzer, snowball, "snowball")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyzer, lexicon, "lexicon")->Unit(benchmark::kMillisecond);

}  // namespace
