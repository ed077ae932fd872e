// Indexing an archive again: what is then in it, what happens to it meanwhile, and what stops it.
#include "indexer/reindex/reindex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <utility>

#include "database/generation.h"
#include "indexer/database_check.h"
#include "tests/support/index_lines.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using test::index_lines;
using test::json_line;
using test::json_lines;
using test::stored_bodies;
using testing::HasSubstr;
using testing::IsEmpty;

class ReindexTest : public testing::Test {
 protected:
  ReindexTest() {
    index_lines(path(), json_lines(50, "mengatakan harga beras"));
    options_.settings.stemmer = "none";
  }

  // With another stemmer, so that the generations differ; at_merge is called when the stored articles were read.
  Result<ReindexReport> run(std::function<void()> at_merge = [] {}) {
    test::QuietListener listener(std::move(at_merge));
    return reindex(path(), options_, listener, stop_);
  }

  void expect_sound() {
    std::vector<std::string> problems;
    const auto report = check_database(path(), [&](const std::string& problem) { problems.push_back(problem); });
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_THAT(problems, IsEmpty());
  }

  std::string stemmer() { return open_database(path()).value().settings.analysis.stemmer; }
  std::string generation() { return current_generation(path()).value().filename().string(); }

  // Changes the current generation behind the back of Warta.
  void tamper(const std::function<void(Xapian::WritableDatabase&)>& change) {
    Xapian::WritableDatabase database(current_generation(path()).value().string(), Xapian::DB_OPEN);
    change(database);
    database.commit();
  }

  // Format 1 kept the record in the document's data; and the analysis was an older one.
  void make_old() {
    tamper([](Xapian::WritableDatabase& database) {
      for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
        Xapian::Document document = database.get_document(id);
        document.set_data(document.get_value(kArticleSlot));
        document.remove_value(kArticleSlot);
        database.replace_document(id, document);
      }
      database.set_metadata(std::string(kFormatMetadataKey), "1");
      database.set_metadata(std::string(kSettingsMetadataKey), R"({"version":0,"stemmer":"snowball"})");
    });
  }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  ReindexOptions options_;
  std::atomic<bool> stop_ = false;
};

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

TEST_F(ReindexTest, ReadsWhatOlderVersionsWrote) {
  const auto before = stored_bodies(path());
  make_old();
  EXPECT_EQ(open_database(path()).error().code, ExitCode::wrong_version);
  options_.settings = {};
  std::vector<std::string> steps;
  options_.tell = [&](const std::string& step) { steps.push_back(step); };
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_THAT(steps, testing::Contains(HasSubstr("checking")));
  EXPECT_EQ(stored_bodies(path()), before);
  EXPECT_EQ(stemmer(), "snowball");
  expect_sound();
}

TEST_F(ReindexTest, WhatOlderVersionsToldApartMayBecomeOne) {
  const std::filesystem::path other = scratch_.path() / "lain.db";
  index_lines(other, json_line("0", "menurunkan harga beras"));
  const std::string later = open_database(other).value().database.get_document(1).get_value(kArticleSlot);
  make_old();
  tamper([&](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(2);
    document.set_data(later);
    database.replace_document(2, document);
  });
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->articles, 49U);
  EXPECT_EQ(stored_bodies(path()).at("0"), "menurunkan harga beras");
  expect_sound();
}

TEST_F(ReindexTest, RefusesWhatALaterVersionWrote) {
  tamper([](Xapian::WritableDatabase& database) {
    database.set_metadata(std::string(kFormatMetadataKey), std::to_string(kDatabaseFormat + 1));
  });
  EXPECT_EQ(run().error().code, ExitCode::wrong_version);
  tamper([](Xapian::WritableDatabase& database) { database.set_metadata(std::string(kFormatMetadataKey), ""); });
  EXPECT_EQ(run().error().code, ExitCode::no_database);
}

TEST_F(ReindexTest, DamagedArticlesAreAnErrorUnlessTheyAreLeftOut) {
  tamper([](Xapian::WritableDatabase& database) {
    Xapian::Document document = database.get_document(7);
    document.add_value(kArticleSlot, "rusak");
    database.replace_document(7, document);
  });
  const auto refused = run();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ExitCode::io_error);
  EXPECT_THAT(refused.error().message, HasSubstr("--skip-damaged"));
  EXPECT_EQ(generation(), "gen-000001");

  options_.leaves_out_damaged = true;
  const auto report = run();
  ASSERT_TRUE(report.has_value()) << report.error().message;
  EXPECT_EQ(report->damaged, 1U);
  EXPECT_EQ(report->articles, 49U);
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
