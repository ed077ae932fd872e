// Speed of page extraction: pages and bytes a second, beside the bare HTML parser's, which is the lower bound.
// WARTA_BENCH_PAGES names a directory of .html files; else the golden pages are used.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/extract/charset.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/extract_article.h"
#include "indexer/extract/html_document.h"
#include "indexer/extract/lean_html.h"
#include "indexer/extract/meta_tags.h"
#include "indexer/extract/page_links.h"

namespace {

using namespace warta::indexer;

const std::vector<std::string>& pages() {
  static const std::vector<std::string> kPages = [] {
    const char* folder = std::getenv("WARTA_BENCH_PAGES");
    std::vector<std::string> read;
    for (const auto& entry :
         std::filesystem::directory_iterator(folder == nullptr ? WARTA_SOURCE_DIR "/tests/golden/pages" : folder)) {
      if (entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      read.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return read;
  }();
  return kPages;
}

template <typename Work>
void run(benchmark::State& state, Work work) {
  std::size_t bytes = 0;
  for (const std::string& page : pages()) bytes += page.size();
  for (auto _ : state) {
    for (const std::string& page : pages()) work(page);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pages().size()));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void parse_only(benchmark::State& state) {
  run(state, [](const std::string& page) { benchmark::DoNotOptimize(HtmlDocument(to_utf8(page)).root()); });
}

void parse_lean(benchmark::State& state) {
  run(state, [](const std::string& page) { benchmark::DoNotOptimize(HtmlDocument(lean_html(to_utf8(page))).root()); });
}

void parse_and_head(benchmark::State& state) {
  run(state,
      [](const std::string& page) { benchmark::DoNotOptimize(read_head(HtmlDocument(lean_html(to_utf8(page))))); });
}

void parse_and_blocks(benchmark::State& state) {
  run(state, [](const std::string& page) {
    benchmark::DoNotOptimize(content_blocks(HtmlDocument(lean_html(to_utf8(page)))));
  });
}

void extract(benchmark::State& state) {
  run(state, [](const std::string& page) { benchmark::DoNotOptimize(extract_article(page, {})); });
}

void page_links(benchmark::State& state) {
  run(state, [](const std::string& page) { benchmark::DoNotOptimize(find_page_links(page, {})); });
}

BENCHMARK(parse_only)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_lean)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_and_head)->Unit(benchmark::kMillisecond);
BENCHMARK(parse_and_blocks)->Unit(benchmark::kMillisecond);
BENCHMARK(extract)->Unit(benchmark::kMillisecond);
BENCHMARK(page_links)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
