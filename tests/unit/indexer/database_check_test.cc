// What a check says of a database that is not sound, and opening one that writers swap meanwhile.
#include "indexer/database_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stop_token>
#include <thread>

#include "database/generation.h"
#include "database/schema.h"
#include "indexer/database_statistics.h"
#include "tests/support/index_lines.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DatabaseCheckTest : public testing::Test {
 protected:
  DatabaseCheckTest() { test::index_lines(path(), test::json_lines(3, "harga beras")); }

  std::vector<std::string> problems() {
    std::vector<std::string> told;
    const auto report = check_database(path(), [&](const std::string& problem) { told.push_back(problem); });
    EXPECT_TRUE(report.has_value()) << report.error().message;
    return told;
  }

  // Changes a document of the current generation behind the back of Warta.
  void tamper(Xapian::docid id, const std::function<void(Xapian::Document&)>& change) {
    Xapian::WritableDatabase database(current_generation(path()).value().string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(id);
    change(document);
    database.replace_document(id, document);
    database.commit();
  }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
};

TEST_F(DatabaseCheckTest, NamesTheValuesThatAreNotThoseOfTheArticle) {
  EXPECT_THAT(problems(), IsEmpty());
  tamper(1, [](Xapian::Document& document) { document.add_value(kPublishedSlot, Xapian::sortable_serialise(7)); });
  EXPECT_THAT(problems(), ElementsAre("document 1: not what its article gives: date"));
  tamper(2, [](Xapian::Document& document) {
    document.add_value(kContentHashSlot, "x");
    document.add_value(kFacetSlot, "x");
  });
  EXPECT_THAT(problems(),
              ElementsAre("document 1: not what its article gives: date",
                          "document 2: not what its article gives: content hash, facets (source, category, authors)"));
}

// Phrases are looked for by it: one that is wrong hides articles, one that is not there only costs time.
TEST_F(DatabaseCheckTest, ASignatureMayBeAbsentButNotWrong) {
  tamper(1, [](Xapian::Document& document) { document.remove_value(kPairsSlot); });
  EXPECT_THAT(problems(), IsEmpty());
  tamper(1, [](Xapian::Document& document) { document.add_value(kPairsSlot, "x"); });
  EXPECT_THAT(problems(), ElementsAre("document 1: not what its article gives: signature of terms side by side"));
}

// A generation may be removed between the moments in which its name is read and its files are opened.
TEST_F(DatabaseCheckTest, OpensAnewWhatIsSwappedMeanwhile) {
  const std::jthread writer([&](const std::stop_token& end) {
    while (!end.stop_requested()) {
      std::filesystem::copy(current_generation(path()).value(), building_directory(path()));
      ASSERT_TRUE(publish_new_generation(path(), building_directory(path())).has_value());
      ASSERT_TRUE(remove_old_generations(path(), {.generations = 0}).has_value());
    }
  });
  for (int i = 0; i < 300; ++i) {
    const auto statistics = statistics_of(path());
    ASSERT_TRUE(statistics.has_value()) << statistics.error().message;
    EXPECT_EQ(statistics->articles, 3U);
  }
}

}  // namespace
}  // namespace warta::indexer
