#include "indexer/sources/chunk.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <zstd.h>

#include "tests/support/deflated.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;
using test::gzipped;

std::string zstd_compressed(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

// Lines that do not repeat, so that compressed data stays long enough to be cut.
std::string many_lines(std::size_t count) {
  std::string lines;
  std::uint64_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    lines += "{\"title\":\"Judul " + std::to_string(state) + "\"}\n";
  }
  return lines;
}

struct Outcome {
  std::string bytes;  // of all chunks
  std::vector<std::string> origins;
  std::vector<std::uint64_t> first_lines;
  std::vector<std::string> errors;
  std::uint64_t input_bytes = 0;
};

class ChunkReaderTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  static Outcome read_all(std::vector<std::string> sources, SourceOptions options = {}) {
    Outcome outcome;
    const auto reader = open_sources(std::move(sources), options);
    for (Chunk chunk;;) {
      const Result<bool> filled = reader->next(chunk);
      if (!filled) {
        outcome.errors.push_back(filled.error().message);
        continue;
      }
      if (!*filled) return outcome;
      outcome.bytes += chunk.bytes;
      outcome.origins.push_back(fs::path(chunk.origin).filename());
      outcome.first_lines.push_back(chunk.first_line);
      outcome.input_bytes += chunk.input_bytes;
    }
  }

  fs::path folder_;
};

TEST_F(ChunkReaderTest, ReadsPlainAndCompressedFilesAlike) {
  const std::string lines = many_lines(50000);
  const std::string half = lines.substr(0, lines.find('\n', lines.size() / 2) + 1);
  const std::string rest = lines.substr(half.size());
  const std::pair<const char*, std::string> files[] = {
      {"a.jsonl", lines},
      {"b.jsonl.gz", gzipped(lines)},
      {"c.jsonl.zst", zstd_compressed(lines)},
      {"several-members.gz", gzipped(half) + gzipped(rest)},
      {"several-frames.zst", zstd_compressed(half) + zstd_compressed(rest)},
      {"padded.gz", gzipped(lines) + std::string(512, '\0')},
      {"named-wrongly.gz", lines},
  };
  for (const auto& [name, bytes] : files) {
    const Outcome outcome = read_all({write(name, bytes)});
    EXPECT_TRUE(outcome.errors.empty()) << name << ": " << outcome.errors.front();
    EXPECT_EQ(outcome.bytes, lines) << name;
    EXPECT_EQ(outcome.input_bytes, bytes.size()) << name;
    EXPECT_GT(outcome.origins.size(), 1u) << "large files come in several chunks";
  }
}

TEST_F(ChunkReaderTest, CutsBetweenLinesAndCountsThem) {
  const std::string lines = many_lines(60000);
  const Outcome outcome = read_all({write("a.jsonl", lines)});
  ASSERT_GT(outcome.first_lines.size(), 1u);
  EXPECT_EQ(outcome.first_lines.front(), 1u);
  const std::size_t second = outcome.first_lines[1];
  std::size_t at = 0;
  for (std::size_t line = 1; line < second; ++line) at = lines.find('\n', at) + 1;
  EXPECT_GE(at, kChunkBytes / 2);
  EXPECT_EQ(lines[at], '{');
}

TEST_F(ChunkReaderTest, DeliversWhatIsSoundOfDamagedInput) {
  const std::string lines = many_lines(20000);
  for (const auto& [name, compressed] : {std::pair<const char*, std::string>("a.jsonl.gz", gzipped(lines)),
                                         std::pair<const char*, std::string>("a.jsonl.zst", zstd_compressed(lines))}) {
    const std::string path = write(name, compressed.substr(0, compressed.size() * 2 / 3));
    const Outcome outcome = read_all({path, write("next.jsonl", "{}\n")});
    ASSERT_EQ(outcome.errors.size(), 1u) << name;
    EXPECT_NE(outcome.errors[0].find(name), std::string::npos) << outcome.errors[0];
    EXPECT_NE(outcome.errors[0].find("ends too early"), std::string::npos) << outcome.errors[0];
    EXPECT_GT(outcome.bytes.size(), lines.size() / 3) << name;
    const std::string taken = outcome.bytes.substr(0, outcome.bytes.size() - 3);
    EXPECT_TRUE(lines.starts_with(taken) && taken.ends_with('\n')) << "whole lines, and no others: " << name;
    EXPECT_EQ(outcome.origins.back(), "next.jsonl") << "the next source is read";

    std::string damaged = compressed;
    for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 64; ++i)
      damaged[i] = static_cast<char>(~damaged[i]);
    const Outcome corrupt = read_all({write(name, damaged)});
    EXPECT_EQ(corrupt.errors.size(), 1u) << name;
    EXPECT_LT(corrupt.bytes.size(), lines.size()) << name;
  }
}

TEST_F(ChunkReaderTest, SkipsALongLineAndNamesIt) {
  const std::string long_line(3000000, 'x');
  const std::string path = write("a.jsonl", "{\"a\":1}\n" + long_line + "\n{\"b\":2}\n" + long_line);
  const Outcome outcome = read_all({path}, {SourceKind::detect, 2000000});
  EXPECT_EQ(outcome.bytes, "{\"a\":1}\n{\"b\":2}\n");
  ASSERT_EQ(outcome.errors.size(), 2u);
  EXPECT_EQ(outcome.errors[0], path + ":2: longer than 2000000 bytes");
  EXPECT_EQ(outcome.errors[1], path + ":4: longer than 2000000 bytes");
  EXPECT_EQ(outcome.first_lines, (std::vector<std::uint64_t>{1, 3}));
}

TEST_F(ChunkReaderTest, WalksDirectoriesInOrder) {
  write("d/b.txt", "Judul B\n");
  write("d/a/z.html", "<html>z</html>");
  write("d/a/y.jsonl", "{\"title\":\"y\"}");
  write("d/.tersembunyi.txt", "tidak");
  write("d/gambar.jpg", "tidak");
  write("d/README.md", "tidak");
  write("d/CATATAN", "tidak");
  fs::create_directory_symlink(folder_ / "d", folder_ / "d" / "lingkaran");
  const Outcome outcome = read_all({(folder_ / "d").string()});
  EXPECT_TRUE(outcome.errors.empty());
  EXPECT_EQ(outcome.origins, (std::vector<std::string>{"y.jsonl", "z.html", "b.txt"}));
  EXPECT_EQ(read_all({(folder_ / "d/README.md").string()}).origins, std::vector<std::string>{"README.md"})
      << "a file that is named is told by its content";
}

TEST_F(ChunkReaderTest, NamesWhatItCannotReadAndGoesOn) {
  const std::string missing = (folder_ / "tiada.jsonl").string();
  const std::string empty = write("kosong.txt", "");
  const std::string binary = write("data.bin", std::string("\x7F"
                                                           "ELF\0\0\0",
                                                           7));
  const std::string good = write("a.jsonl", "{}\n");
  const Outcome outcome = read_all({missing, empty, binary, write("kosong.jsonl", ""), good});
  ASSERT_EQ(outcome.errors.size(), 3u);
  EXPECT_NE(outcome.errors[0].find(missing), std::string::npos);
  EXPECT_NE(outcome.errors[1].find(empty), std::string::npos);
  EXPECT_NE(outcome.errors[2].find(binary), std::string::npos);
  EXPECT_EQ(outcome.origins, std::vector<std::string>{"a.jsonl"}) << "an empty export is no error";
}

TEST_F(ChunkReaderTest, RefusesAWholeFileThatIsTooLong) {
  const std::string path = write("a.html", "<html>" + std::string(200000, 'x'));
  const Outcome outcome = read_all({path}, {SourceKind::detect, 100000});
  EXPECT_TRUE(outcome.bytes.empty());
  EXPECT_EQ(outcome.errors, std::vector<std::string>{path + ": longer than 100000 bytes"});
}

TEST_F(ChunkReaderTest, KnowsTheTotalOfItsFiles) {
  write("d/a.jsonl", "12345");
  write("d/b/c.jsonl", "678");
  EXPECT_EQ(open_sources({(folder_ / "d").string()}, {})->total_bytes(), 8u);
  EXPECT_EQ(open_sources({(folder_ / "d").string(), "-"}, {})->total_bytes(), 0u);
}

}  // namespace
}  // namespace warta::indexer
