// Indexing an archive again: what is then in it, what happens to it meanwhile, and what stops it.
#include "indexer/reindex/reindex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <utility>

#include "tests/unit/indexer/reindex_fixture.h"

namespace warta::indexer {
namespace {

using test::index_lines;
using test::json_line;
using test::json_lines;
using test::stored_bodies;
using testing::HasSubstr;

TEST_F(ReindexTest, PublishesTheSameArticlesWithNewSettings) {
  const auto before = stored_bodies(path());
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->generation, "gen-000002");
  EXPECT_EQ(report->articles, 50U);
  EXPECT_EQ(report->indexed, 50U);
  EXPECT_EQ(generation(), "gen-000002");
  EXPECT_EQ(stemmer(), "none");
  EXPECT_EQ(stored_bodies(path()), before);
  EXPECT_TRUE(open_database(path()).value().database.term_exists("mengatakan"));
  EXPECT_TRUE(std::filesystem::exists(path() / "gen-000001")) << "to return to";
  EXPECT_FALSE(std::filesystem::exists(staging_directory(path())));
  expect_sound();
}

TEST_F(ReindexTest, KeepsSettingsThatNobodyAskedToChange) {
  options_.settings = {};
  options_.settings.synonyms = "beras = padi";
  ASSERT_TRUE(run().has_value());
  EXPECT_EQ(stemmer(), "lexicon");
  EXPECT_THAT(open_database(path()).value().settings.synonyms, HasSubstr("beras = padi"));
  options_.settings = {};
  options_.settings.stop_words = "harga\n";
  ASSERT_TRUE(run().has_value());
  const DatabaseSettings kept = open_database(path()).value().settings;
  EXPECT_THAT(kept.synonyms, HasSubstr("beras = padi"));
  EXPECT_EQ(kept.analysis.stop_words, "harga\n");
  options_.settings = {};
  options_.takes_default_lists = true;
  ASSERT_TRUE(run().has_value());
  EXPECT_EQ(open_database(path()).value().settings.analysis.stop_words, default_settings().analysis.stop_words);
}

// Words of a small language, in another order each time.
std::string long_body(int seed) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::string body;
  while (body.size() < 3000) body += "kata" + std::to_string(random() % 3000) + ' ';
  return body;
}

TEST_F(ReindexTest, TrainsADictionaryAnewWhereTheArchiveHasOutgrownIt) {
  options_.settings = {};
  std::string lines;
  for (int i = 0; i < 400; ++i) lines += json_line("panjang-" + std::to_string(i), long_body(i));
  index_lines(path(), lines);
  const auto settings = [&] { return open_database(path()).value().settings; };
  const std::string first = settings().dictionary;
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(settings().dictionary_articles, 450U);
  ASSERT_TRUE(run().has_value());
  EXPECT_EQ(settings().dictionary, first);
  EXPECT_EQ(settings().dictionary_articles, 450U);

  const auto before = stored_bodies(path());
  const auto trained_with = [&](const char* articles) {
    tamper([&](Xapian::WritableDatabase& database) {
      database.set_metadata(std::string(kDictionaryArticlesMetadataKey), articles);
    });
  };
  trained_with("112");  // a quarter
  ASSERT_TRUE(run().has_value());
  EXPECT_NE(settings().dictionary, first);
  EXPECT_EQ(settings().dictionary_articles, 450U);
  EXPECT_EQ(stored_bodies(path()), before);
  expect_sound();

  trained_with("");  // by an earlier version, which did not write it down
  ASSERT_TRUE(run().has_value());
  EXPECT_EQ(settings().dictionary_articles, 450U);
  EXPECT_EQ(stored_bodies(path()), before);
}

TEST_F(ReindexTest, WhatIsWrittenMeanwhileIsInTheNewGenerationToo) {
  int merges = 0;
  const auto report = run([&] {
    if (++merges > 1) return;
    index_lines(path(), json_line("baru", "artikel baru") + json_line("1", "artikel berubah"));
    auto writer = DatabaseWriter::open_existing(path()).value();
    ASSERT_EQ(writer.remove(keyword_term(*find_field("id"), "2")).value(), 1U);
    ASSERT_TRUE(writer.commit_removals().has_value());
  });
  ASSERT_TRUE(report.has_value()) << report.error().message;
  auto bodies = stored_bodies(path());
  EXPECT_EQ(bodies.size(), 50U);
  EXPECT_EQ(bodies["baru"], "artikel baru");
  EXPECT_EQ(bodies["1"], "artikel berubah");
  EXPECT_FALSE(bodies.contains("2"));
  EXPECT_EQ(stemmer(), "none");
  expect_sound();
}

TEST_F(ReindexTest, AWholeNewGenerationMeanwhileIsBroughtOver) {
  bool is_first_merge = true;
  const auto report = run([&] {
    if (std::exchange(is_first_merge, false)) index_lines(path(), json_lines(80, "kemudian"));
  });
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(stored_bodies(path()).size(), 80U);
  EXPECT_THAT(stored_bodies(path())["79"], HasSubstr("kemudian"));
  EXPECT_EQ(stemmer(), "none");
  expect_sound();
}

TEST_F(ReindexTest, AnInterruptedRunChangesNothingAndTheNextGoesOn) {
  auto report = run([&] { stop_ = true; });
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_TRUE(report->was_interrupted);
  EXPECT_EQ(generation(), "gen-000001");
  EXPECT_EQ(stemmer(), "lexicon");

  stop_ = false;
  index_lines(path(), json_line("baru", "artikel baru"));
  report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->articles, 51U);
  EXPECT_EQ(report->indexed, 1U) << "the others were indexed by the run before";
  expect_sound();
}

TEST_F(ReindexTest, OtherSettingsBeginAnew) {
  ASSERT_TRUE(run([&] { stop_ = true; })->was_interrupted);
  stop_ = false;
  options_.settings.stemmer = "snowball";
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->indexed, 50U);
  EXPECT_EQ(stemmer(), "snowball");
  expect_sound();
}

TEST_F(ReindexTest, WhatAKilledRunLeftIsNoHindrance) {
  for (const char* left : {"gen-000001", "scratch-1"}) {
    std::filesystem::create_directories(staging_directory(path()) / left);
  }
  std::ofstream(staging_directory(path()) / "XAPIANDB") << "auto gen-000007\n";
  ASSERT_TRUE(run().has_value());
  EXPECT_EQ(stored_bodies(path()).size(), 50U);
  EXPECT_FALSE(std::filesystem::exists(staging_directory(path())));
}

TEST_F(ReindexTest, WaitsForNobodyLongerThanItWasTold) {
  const auto busy = DatabaseLock::acquire(path());
  EXPECT_EQ(run().error().code, ExitCode::locked);
  EXPECT_EQ(generation(), "gen-000001");
}

TEST_F(ReindexTest, OneRunAtATime) {
  std::filesystem::create_directory(staging_directory(path()));
  const auto other = DatabaseLock::acquire(staging_directory(path()));
  EXPECT_EQ(run().error().code, ExitCode::locked);
}

TEST_F(ReindexTest, AnEmptyArchiveStaysOne) {
  tamper([](Xapian::WritableDatabase& database) {
    for (Xapian::docid id = 1; id <= 50; ++id) database.delete_document(id);
  });
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->articles, 0U);
  EXPECT_EQ(stemmer(), "none");
}

TEST_F(ReindexTest, SaysHowLongEarlierGenerationsStay) {
  options_.retention = Retention{.generations = 2};
  for (const char* stemmer : {"none", "snowball", "lexicon"}) {
    options_.settings.stemmer = stemmer;
    ASSERT_TRUE(run().has_value());
  }
  EXPECT_EQ(generations_of(path()).value().size(), 3U);
  EXPECT_FALSE(std::filesystem::exists(path() / "gen-000001"));
}

}  // namespace
}  // namespace warta::indexer
