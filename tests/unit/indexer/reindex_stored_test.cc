// What indexing an archive again reads there: articles of other versions, and damaged ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/reindex_fixture.h"

namespace warta::indexer {
namespace {

using test::index_lines;
using test::json_line;
using test::stored_bodies;
using testing::HasSubstr;

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

}  // namespace
}  // namespace warta::indexer
