// Speed of storing articles: records made and read, with a trained dictionary and without.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "database/article_record.h"
#include "tests/bench/bench_articles.h"

namespace {

using namespace warta;

constexpr std::size_t kArticles = 1000;

const std::vector<Article>& sample() {
  static const std::vector<Article> articles = bench::articles(kArticles);
  return articles;
}

ArticleCodec codec(bool has_dictionary) {
  static const std::string dictionary = train_dictionary(sample());
  return std::move(*ArticleCodec::create(has_dictionary ? dictionary : std::string()));
}

void count_bytes(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Article& article : sample()) bytes += article.title.size() + article.body.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sample().size()));
}

void encode(benchmark::State& state, bool has_dictionary) {
  ArticleCodec articles = codec(has_dictionary);
  std::size_t record_bytes = 0;
  for (auto _ : state) {
    record_bytes = 0;
    for (const Article& article : sample()) record_bytes += articles.encode(article).size();
    benchmark::DoNotOptimize(record_bytes);
  }
  count_bytes(state);
  state.counters["bytes/article"] = static_cast<double>(record_bytes) / kArticles;
}
BENCHMARK_CAPTURE(encode, alone, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(encode, with_dictionary, true)->Unit(benchmark::kMillisecond);

void decode(benchmark::State& state, bool has_dictionary) {
  ArticleCodec articles = codec(has_dictionary);
  std::vector<std::string> records;
  for (const Article& article : sample()) records.push_back(articles.encode(article));
  for (auto _ : state) {
    for (const std::string& record : records) benchmark::DoNotOptimize(articles.decode(record));
  }
  count_bytes(state);
}
BENCHMARK_CAPTURE(decode, alone, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(decode, with_dictionary, true)->Unit(benchmark::kMillisecond);

}  // namespace
