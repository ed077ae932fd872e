// Articles through the whole pipeline into a database, and what the database then holds.
#include "indexer/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <map>
#include <sstream>
#include <thread>

#include "database/schema.h"
#include "indexer/database_check.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Gives these chunks of JSON Lines, then calls `at_end`.
class ChunkList final : public ChunkReader {
 public:
  explicit ChunkList(
      std::vector<std::string> chunks, std::function<void()> at_end = [] {})
      : chunks_(std::move(chunks)), at_end_(std::move(at_end)) {}

  Result<bool> next(Chunk& chunk) override {
    if (next_ == chunks_.size()) {
      at_end_();
      return false;
    }
    chunk = {.kind = SourceKind::jsonl, .origin = "berita.jsonl", .first_line = 1, .bytes = chunks_[next_++]};
    return true;
  }
  std::uint64_t total_bytes() const override { return 0; }

 private:
  std::vector<std::string> chunks_;
  std::function<void()> at_end_;
  size_t next_ = 0;
};

class RecordingListener final : public RunListener {
 public:
  void skipped(const Skip& skip) override { skips.push_back(skip.place); }
  void warned(const Skip&) override {}
  void source_failed(const Error&) override {}
  void progressed(const RunCounts&) override {}
  void merging(const RunCounts&) override {}

  std::vector<std::string> skips;
};

std::string line(const std::string& id, const std::string& body) {
  return R"({"id":")" + id + R"(","title":"Berita )" + id + R"(","body":")" + body + "\"}\n";
}

class PipelineTest : public testing::Test {
 protected:
  Result<RunReport> run(std::vector<std::string> chunks) {
    ChunkList reader(std::move(chunks), at_end_);
    auto writer = DatabaseWriter::open(path(), {});
    if (!writer) return tl::unexpected(writer.error());
    return index_articles(reader, *writer, options_, listener_, stop_);
  }

  // "added replaced unchanged skipped" of a run.
  std::string counts_of(std::vector<std::string> chunks) {
    const auto report = run(std::move(chunks));
    if (!report) return report.error().message;
    std::ostringstream text;
    text << report->counts.added << ' ' << report->counts.replaced << ' ' << report->counts.unchanged << ' '
         << report->counts.skipped;
    return text.str();
  }

  std::map<std::string, std::string> bodies() {
    const OpenDatabase open = open_database(path()).value();
    ArticleCodec codec = ArticleCodec::create(open.settings.dictionary).value();
    std::map<std::string, std::string> bodies;
    for (auto id = open.database.postlist_begin(""); id != open.database.postlist_end(""); ++id) {
      const Article article = codec.decode(open.database.get_document(*id).get_value(kArticleSlot)).value();
      EXPECT_TRUE(bodies.emplace(article.id, article.body).second) << article.id << " is there twice";
    }
    return bodies;
  }

  void expect_sound() {
    std::vector<std::string> problems;
    const auto report = check_database(path(), [&](const std::string& problem) { problems.push_back(problem); });
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_THAT(problems, IsEmpty());
  }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  PipelineOptions options_;
  RecordingListener listener_;
  std::atomic<bool> stop_ = false;
  std::function<void()> at_end_ = [] {};
};

TEST_F(PipelineTest, TheSameAgainChangesNothingAndAChangeReplaces) {
  EXPECT_EQ(counts_of({line("1", "satu"), line("2", "dua")}), "2 0 0 0");
  EXPECT_EQ(counts_of({line("1", "satu"), line("2", "dua")}), "0 0 2 0");
  EXPECT_EQ(counts_of({line("1", "satu"), line("2", "dua lagi"), line("3", "tiga")}), "1 1 1 0");
  EXPECT_EQ(bodies(), (std::map<std::string, std::string>{{"1", "satu"}, {"2", "dua lagi"}, {"3", "tiga"}}));
  expect_sound();
}

TEST_F(PipelineTest, ZeroBytesInKeysAreNoHindrance) {
  std::string zeros;
  for (int i = 0; i < 200; ++i) zeros += R"(\u0000)";
  const std::string odd =
      R"({"id":")" + zeros + R"(","title":"Berita","body":"harga beras","tags":[")" + zeros + "\"]}\n";
  EXPECT_EQ(counts_of({line("1", "satu"), odd}), "2 0 0 0");
  expect_sound();
}

TEST_F(PipelineTest, TheLaterOfTwoVersionsWinsAlsoWithinOneRun) {
  EXPECT_EQ(counts_of({line("1", "lama")}), "1 0 0 0");
  EXPECT_EQ(counts_of({line("1", "baru") + line("1", "lama"), line("2", "a") + line("2", "b") + line("2", "b")}),
            "1 3 1 0");
  EXPECT_EQ(bodies(), (std::map<std::string, std::string>{{"1", "lama"}, {"2", "b"}}));
  expect_sound();
}

TEST_F(PipelineTest, CopiesFindEachOtherRunAfterRun) {
  const std::string text =
      "Warga bergotong royong membersihkan lumpur dari rumah masing masing sejak pagi sementara petugas mendirikan "
      "dapur "
      "umum di balai desa dan menyalurkan air bersih memakai truk tangki kepada semua keluarga yang mengungsi";
  const auto clusters = [&] {
    const OpenDatabase open = open_database(path()).value();
    std::map<std::string, Xapian::doccount> sizes;
    for (const char* id : {"1", "2", "3", "4"}) {
      const std::string term = keyword_term(*find_field("id"), id);
      const auto posting = open.database.postlist_begin(term);
      if (posting == open.database.postlist_end(term)) continue;
      const std::string cluster = open.database.get_document(*posting).get_value(kCopiesSlot);
      sizes[id] = cluster.empty() ? 0 : open.database.get_termfreq(copies_term(cluster));
    }
    return sizes;
  };
  using Sizes = std::map<std::string, Xapian::doccount>;
  EXPECT_EQ(counts_of({line("1", text), line("2", "pendek")}), "2 0 0 0");
  EXPECT_EQ(counts_of({line("3", "DESA - " + text)}), "1 0 0 0");
  EXPECT_EQ(clusters(), (Sizes{{"1", 2}, {"2", 0}, {"3", 2}}));
  // The founder goes another way; its cluster stays for the copy, and for those to come.
  EXPECT_EQ(counts_of({line("1", "sama sekali lain"), line("4", text + " lagi")}), "1 1 0 0");
  EXPECT_EQ(clusters(), (Sizes{{"1", 0}, {"2", 0}, {"3", 2}, {"4", 2}}));
  expect_sound();
}

TEST_F(PipelineTest, TheOutcomeDoesNotDependOnThreads) {
  std::vector<std::string> chunks;
  for (int chunk = 0; chunk < 40; ++chunk) {
    std::string lines = "{broken\n";
    // A chunk of more than a batch's size, so that each is a batch of its own; articles come again with other bodies.
    for (int i = 0; i < 30; ++i) {
      lines += line(std::to_string((chunk * 7 + i) % 100), std::to_string(chunk) + " " + std::string(40'000, 'a'));
    }
    chunks.push_back(lines);
  }
  options_.threads = 1;
  const std::string counts = counts_of(chunks);
  const auto expected = bodies();
  std::filesystem::remove_all(path());
  options_.threads = 8;
  EXPECT_EQ(counts_of(chunks), counts);
  EXPECT_EQ(bodies(), expected);
  EXPECT_EQ(listener_.skips, std::vector<std::string>(80, "berita.jsonl:1"));
  expect_sound();
}

TEST_F(PipelineTest, FewArticlesGoIntoTheCurrentGenerationAndManyIntoTheNext) {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += line(std::to_string(i), "isi");
  EXPECT_EQ(counts_of({hundred}), "100 0 0 0");
  EXPECT_EQ(open_database(path())->generation.filename(), "gen-000001");
  EXPECT_EQ(counts_of({line("0", "ralat") + line("100", "isi")}), "1 1 0 0");
  EXPECT_EQ(open_database(path())->generation.filename(), "gen-000001");
  std::string more;
  for (int i = 50; i < 150; ++i) more += line(std::to_string(i), "lain");
  EXPECT_EQ(counts_of({more}), "49 51 0 0");
  EXPECT_EQ(open_database(path())->generation.filename(), "gen-000002");
  EXPECT_EQ(bodies().size(), 150U);
  EXPECT_EQ(bodies()["0"], "ralat");
  EXPECT_EQ(bodies()["49"], "isi");
  EXPECT_EQ(bodies()["50"], "lain");
  expect_sound();
}

TEST_F(PipelineTest, AnInterruptedRunCommitsWhatItReadAndTheNextOneGoesOn) {
  at_end_ = [this] { stop_ = true; };
  const auto interrupted = run({line("1", "satu"), line("2", "dua")});
  ASSERT_TRUE(interrupted.has_value());
  EXPECT_TRUE(interrupted->was_interrupted);
  expect_sound();
  stop_ = false;
  at_end_ = [] {};
  ASSERT_TRUE(run({line("1", "satu"), line("2", "dua"), line("3", "tiga")}).has_value());
  EXPECT_EQ(bodies().size(), 3U);
  EXPECT_THAT(std::vector(std::filesystem::directory_iterator(path()), {}).size(), testing::Le(4U))
      << "scratch files are left";
}

TEST_F(PipelineTest, ASourceThatBreaksEndsTheRun) {
  constexpr std::size_t kMoreThanABatch = std::size_t{3} << 20;
  std::string chunk;
  while (chunk.size() < kMoreThanABatch) chunk += line(std::to_string(chunk.size()), std::string(500, 'a'));
  at_end_ = [] { throw Xapian::DatabaseCorruptError("rusak"); };
  EXPECT_THROW((void)run({chunk}), Xapian::DatabaseCorruptError);
  EXPECT_EQ(open_database(path()).error().code, ExitCode::no_database);
}

TEST_F(PipelineTest, SmallMemoryOnlyMakesItSlower) {
  options_.memory_bytes = 1;
  std::vector<std::string> chunks;
  for (int i = 0; i < 5; ++i) chunks.push_back(line(std::to_string(i), std::string(1'100'000, 'a')));
  EXPECT_EQ(counts_of(chunks), "5 0 0 0");
}

TEST_F(PipelineTest, ASecondWriterIsRefused) {
  ASSERT_TRUE(run({line("1", "satu")}).has_value());
  const auto first = DatabaseWriter::open(path(), {});
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(DatabaseWriter::open(path(), {}).error().code, ExitCode::locked);
}

TEST_F(PipelineTest, WhoeverMadeTheDirectoryLeavesItToTheWriterThatHasTheLock) {
  constexpr int kRounds = 300;
  for (int round = 0; round < kRounds; ++round) {
    const std::filesystem::path database = path().string() + std::to_string(round);
    std::barrier start(2);
    std::atomic<int> lost = 0;
    const auto open = [&] {
      start.arrive_and_wait();
      const auto writer = DatabaseWriter::open(database, {});
      start.arrive_and_wait();
      if (writer && !std::filesystem::exists(database / kLockName)) ++lost;
      start.arrive_and_wait();
    };
    std::jthread other(open);
    open();
    other.join();
    ASSERT_EQ(lost, 0) << "in round " << round;
  }
}

TEST_F(PipelineTest, AnotherXapianWriterIsNoticed) {
  ASSERT_TRUE(run({line("1", "satu")}).has_value());
  const Xapian::WritableDatabase other(open_database(path())->generation.string(), Xapian::DB_OPEN);
  EXPECT_EQ(DatabaseWriter::open(path(), {}).error().code, ExitCode::locked);
}

TEST_F(PipelineTest, ADatabaseOfAnotherFormatIsRefused) {
  ASSERT_TRUE(run({line("1", "satu")}).has_value());
  {
    Xapian::WritableDatabase other(open_database(path())->generation.string(), Xapian::DB_OPEN);
    other.set_metadata(std::string(kFormatMetadataKey), "999");
    other.commit();
  }
  EXPECT_EQ(DatabaseWriter::open(path(), {}).error().code, ExitCode::wrong_version);
}

}  // namespace
}  // namespace warta::indexer
