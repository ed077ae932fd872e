// JSON Lines through the whole pipeline into a database on disk, for tests of what happens to databases.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>

#include "database/schema.h"
#include "indexer/database_writer.h"
#include "indexer/pipeline.h"

namespace warta::test {

// Gives these lines as one chunk.
class Lines final : public indexer::ChunkReader {
 public:
  explicit Lines(std::string lines) : lines_(std::move(lines)) {}
  Result<bool> next(indexer::Chunk& chunk) override {
    if (lines_.empty()) return false;
    chunk = {.kind = indexer::SourceKind::jsonl, .origin = "berita.jsonl", .bytes = std::exchange(lines_, {})};
    return true;
  }
  std::uint64_t total_bytes() const override { return 0; }

 private:
  std::string lines_;
};

// Says nothing, and calls `at_merge` when a run has read everything.
class QuietListener final : public indexer::RunListener {
 public:
  explicit QuietListener(std::function<void()> at_merge = [] {}) : at_merge_(std::move(at_merge)) {}
  void skipped(const indexer::Skip&) override {}
  void warned(const indexer::Skip&) override {}
  void source_failed(const Error&) override {}
  void progressed(const indexer::RunCounts&) override {}
  void merging(const indexer::RunCounts&) override { at_merge_(); }

 private:
  std::function<void()> at_merge_;
};

inline std::string json_line(const std::string& id, const std::string& body) {
  return R"({"id":")" + id + R"(","title":"Berita )" + id + R"(","body":")" + body + "\"}\n";
}

// Articles with the keys "0", "1", ... below count.
inline std::string json_lines(int count, const std::string& body) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += json_line(std::to_string(i), body + " " + std::to_string(i));
  return lines;
}

inline void index_lines(const std::filesystem::path& database, const std::string& lines) {
  Lines reader(lines);
  QuietListener listener;
  const std::atomic<bool> never = false;
  auto writer = indexer::DatabaseWriter::open(database, {});
  if (!writer) throw std::runtime_error(writer.error().message);
  const auto report = indexer::index_articles(reader, *writer, {}, listener, never);
  if (!report) throw std::runtime_error(report.error().message);
}

// Id -> body of every article; throws where an id is there twice.
inline std::map<std::string, std::string> stored_bodies(const std::filesystem::path& database) {
  const indexer::OpenDatabase open = indexer::open_database(database).value();
  ArticleCodec codec = ArticleCodec::create(open.settings.dictionary).value();
  std::map<std::string, std::string> bodies;
  for (auto id = open.database.postlist_begin(""); id != open.database.postlist_end(""); ++id) {
    const Article article = codec.decode(open.database.get_document(*id).get_value(kArticleSlot)).value();
    if (!bodies.emplace(article.id, article.body).second) throw std::runtime_error(article.id + " is there twice");
  }
  return bodies;
}

}  // namespace warta::test
