// How fast a WARC archive is read to pages, against bare decompression of the same file: reading should be limited by
// the latter. The archive is made of the golden pages, each repeated to the size of a newspaper's page, one gzip member
// a record.
//
// usage: warc_bench [--benchmark_...]
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "indexer/sources/byte_source.h"
#include "indexer/sources/chunk.h"
#include "tests/support/deflated.h"

namespace {

namespace fs = std::filesystem;
using warta::Result;

constexpr std::size_t kArchiveBytes = std::size_t{64} << 20;  // decompressed
constexpr std::size_t kPageBytes = std::size_t{60} << 10;     // as the pages of newspapers have them

std::string record(const std::string& url, const std::string& page) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: application/http; "
      "msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      url, block.size(), block);
}

// The archive, removed when the program ends.
class Archive {
 public:
  Archive() : path_(fs::temp_directory_path() / "warta-warc-bench.warc.gz") {
    std::vector<std::string> members;
    std::vector<std::size_t> sizes;
    for (const auto& entry : fs::directory_iterator(fs::path(WARTA_SOURCE_DIR) / "tests" / "golden" / "pages")) {
      if (entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string golden{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      std::string page;
      while (page.size() < kPageBytes) page += golden;
      const std::string text = record("https://a.example/" + entry.path().stem().string(), page);
      members.push_back(warta::test::gzipped(text, Z_DEFAULT_COMPRESSION));
      sizes.push_back(text.size());
    }
    std::ofstream file(path_, std::ios::binary);
    for (std::size_t i = 0; bytes_ < kArchiveBytes; i = (i + 1) % members.size()) {
      file << members[i];
      bytes_ += sizes[i];
      ++records_;
    }
  }
  ~Archive() { fs::remove(path_); }

  std::string path() const { return path_.string(); }
  std::size_t bytes() const { return bytes_; }
  std::size_t records() const { return records_; }

 private:
  fs::path path_;
  std::size_t bytes_ = 0;
  std::size_t records_ = 0;
};

const Archive& archive() {
  static const Archive made;
  return made;
}

void report(benchmark::State& state) {
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(archive().bytes()));
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(archive().records()));
}

void BM_Decompress(benchmark::State& state) {
  std::string buffer(std::size_t{256} << 10, '\0');
  for (auto _ : state) {
    const auto source = warta::indexer::open_byte_source(archive().path());
    for (;;) {
      const Result<std::size_t> count = (*source)->read(buffer);
      if (!count) return state.SkipWithError(count.error().message.c_str());
      if (*count == 0) break;
    }
  }
  report(state);
}

void BM_ReadPages(benchmark::State& state) {
  for (auto _ : state) {
    const auto reader = warta::indexer::open_sources({archive().path()}, {});
    std::size_t pages = 0;
    for (warta::indexer::Chunk chunk;; ++pages) {
      const Result<bool> filled = reader->next(chunk);
      if (!filled) return state.SkipWithError(filled.error().message.c_str());
      if (!*filled) break;
    }
    if (pages != archive().records()) return state.SkipWithError("not every record gave its page");
  }
  report(state);
}

BENCHMARK(BM_Decompress)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ReadPages)->Unit(benchmark::kMillisecond);

}  // namespace
