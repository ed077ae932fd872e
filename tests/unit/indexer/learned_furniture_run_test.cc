// What a run makes of lines that a site's pages share.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "database/schema.h"
#include "indexer/pipeline.h"
#include "tests/support/scratch.h"
#include "tests/unit/indexer/site_pages.h"

namespace warta::indexer {
namespace {

// Pages as scraped text files, each a chunk of its own.
class PageList final : public ChunkReader {
 public:
  PageList(std::vector<Article> pages, SourceKind kind) : pages_(std::move(pages)), kind_(kind) {}

  Result<bool> next(Chunk& chunk) override {
    if (next_ == pages_.size()) return false;
    const Article& page = pages_[next_++];
    chunk = {.kind = kind_, .origin = page.url, .first_line = 1, .bytes = {}};
    if (kind_ == SourceKind::articles) {
      chunk.articles.push_back(page);
    } else {
      chunk.bytes = page.url + "\n" + page.title + "\n" + page.body + "\n";
    }
    return true;
  }
  std::uint64_t total_bytes() const override { return 0; }

 private:
  std::vector<Article> pages_;
  SourceKind kind_;
  std::size_t next_ = 0;
};

class QuietListener final : public RunListener {
 public:
  void skipped(const Skip&) override {}
  void warned(const Skip&) override {}
  void source_failed(const Error&) override {}
  void progressed(const RunCounts&) override {}
  void merging(const RunCounts&) override {}
};

class FurnitureRun : public testing::Test {
 protected:
  RunCounts run(const std::vector<Article>& pages, SourceKind kind = SourceKind::text) {
    PageList reader(pages, kind);
    DatabaseWriter writer = DatabaseWriter::open(path(), {}).value();
    return index_articles(reader, writer, options_, listener_, stop_).value().counts;
  }

  // How many articles of the database hold the line.
  std::size_t holders(const std::string& line) const {
    const OpenDatabase open = open_database(path()).value();
    ArticleCodec codec = ArticleCodec::create(open.settings.dictionary).value();
    std::size_t count = 0;
    for (auto id = open.database.postlist_begin(""); id != open.database.postlist_end(""); ++id) {
      const Article article = codec.decode(open.database.get_document(*id).get_value(kArticleSlot)).value();
      count += article.body.find(line) != std::string::npos ? 1 : 0;
    }
    return count;
  }

  Xapian::doccount articles() const { return open_database(path()).value().database.get_doccount(); }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  PipelineOptions options_;
  QuietListener listener_;
  std::atomic<bool> stop_ = false;
};

TEST_F(FurnitureRun, TakesTheLineFromEveryPage) {
  const std::vector<Article> pages = pages_with(kAppeal, 3, 8);
  for (const unsigned threads : {1U, 4U}) {
    options_.threads = threads;
    std::filesystem::remove_all(path());
    EXPECT_EQ(run(pages).added, 8U);
    EXPECT_EQ(articles(), 8U);
    EXPECT_EQ(holders(kAppeal), 0U);
    EXPECT_EQ(run(pages).unchanged, 8U) << "the same pages again are nothing new";
  }
}

TEST_F(FurnitureRun, TakesTheLineFromPagesThatTheDatabaseHas) {
  const std::vector<Article> pages = pages_with(kAppeal, 3, 8);
  run({pages.begin(), pages.begin() + 3});
  EXPECT_EQ(holders(kAppeal), 3U);
  run(pages);
  EXPECT_EQ(articles(), 8U);
  EXPECT_EQ(holders(kAppeal), 0U);
}

TEST_F(FurnitureRun, KeepsTheLineWhereTheOptionSaysSo) {
  options_.keeps_repeated_lines = true;
  run(pages_with(kAppeal, 3, 8));
  EXPECT_EQ(holders(kAppeal), 8U);
}

TEST_F(FurnitureRun, LeavesRecordsAsTheyAreStated) {
  run(pages_with(kAppeal, 3, 8), SourceKind::articles);
  EXPECT_EQ(holders(kAppeal), 8U);
}

}  // namespace
}  // namespace warta::indexer
