// Speed of the parts of a search that need no database: parsing, the clauses, the second stage of the ranking,
// passages.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "searcher/presentation/highlight.h"
#include "searcher/query/clause.h"
#include "searcher/query/parser.h"
#include "searcher/ranking/reranker.h"
#include "searcher/verification/article_text.h"
#include "tests/bench/bench_articles.h"

namespace {

using namespace warta;
using namespace warta::searcher;

constexpr CivilDate kToday{2024, 5, 15};
constexpr std::size_t kCandidates = 50;
constexpr std::size_t kPassageBytes = 240;

constexpr const char* kWords = "kenaikan harga beras menurut menteri";
constexpr const char* kPhrase = "~\"bantuan pangan\" \"operasi pasar\"~5";
constexpr const char* kEverything =
    "judul:(harga OR banjir) +beras -impor ~\"kenaikan harga\" tanggal:2024-01..2024-06 sumber:warta.example pemerint*";

analysis::Analyzer make_analyzer() {
  return std::move(*analysis::Analyzer::create({}));
}

void parse(benchmark::State& state, const char* query) {
  for (auto _ : state) benchmark::DoNotOptimize(parse_query(query, kToday));
}
BENCHMARK_CAPTURE(parse, words, kWords);
BENCHMARK_CAPTURE(parse, phrases, kPhrase);
BENCHMARK_CAPTURE(parse, everything, kEverything);

void clauses(benchmark::State& state, const char* query) {
  analysis::Analyzer analyzer = make_analyzer();
  const ParsedQuery parsed = std::move(*parse_query(query, kToday));
  for (auto _ : state) benchmark::DoNotOptimize(make_clause(parsed.root, analyzer));
}
BENCHMARK_CAPTURE(clauses, words, kWords);
BENCHMARK_CAPTURE(clauses, everything, kEverything);

// The time of one query's candidates.
void rerank(benchmark::State& state) {
  analysis::Analyzer analyzer = make_analyzer();
  const std::vector<Article> articles = bench::articles(kCandidates);
  std::vector<const Article*> candidates;
  for (const Article& article : articles) candidates.push_back(&article);
  const Clause clause = *make_clause(parse_query(kWords, kToday)->root, analyzer);
  for (auto _ : state) {
    Reranker reranker(clause, analyzer);
    reranker.take_frequencies([](const std::string&) { return 100; }, 10000);
    benchmark::DoNotOptimize(reranker.score(candidates));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * articles.size()));
}
BENCHMARK(rerank)->Unit(benchmark::kMicrosecond);

// The passages of one page of hits.
void snippets(benchmark::State& state) {
  analysis::Analyzer analyzer = make_analyzer();
  const std::vector<Article> articles = bench::articles(10);
  const Clause clause = *make_clause(parse_query(kWords, kToday)->root, analyzer);
  const Highlighter highlighter(clause);
  for (auto _ : state) {
    for (const Article& article : articles) {
      ArticleText text(article, analyzer);
      benchmark::DoNotOptimize(highlighter.snippet(text.body, kPassageBytes));
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * articles.size()));
}
BENCHMARK(snippets)->Unit(benchmark::kMicrosecond);

}  // namespace
