// What a check says of a database that is not sound, and opening one that writers swap meanwhile.
#include "indexer/database_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <random>
#include <stop_token>
#include <thread>

#include "database/generation.h"
#include "database/schema.h"
#include "indexer/database_statistics.h"
#include "indexer/table_check.h"
#include "tests/support/index_lines.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

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

TEST(RunApart, OutlivesACheckThatDies) {
  const TableCheck sound = run_apart([] { return TableCheck{.errors = 2, .details = "satu\ndua\n"}; });
  EXPECT_EQ(sound.errors, 2U);
  EXPECT_EQ(sound.details, "satu\ndua\n");
  EXPECT_FALSE(sound.has_died);
  const TableCheck thrown = run_apart([]() -> TableCheck { throw Xapian::DatabaseCorruptError("rusak"); });
  EXPECT_EQ(thrown.errors, 1U);
  EXPECT_EQ(thrown.details, "rusak");
  const TableCheck dead = run_apart([] {
    (void)std::raise(SIGSEGV);
    return TableCheck{};
  });
  EXPECT_EQ(dead.errors, 1U);
  EXPECT_TRUE(dead.has_died);
  EXPECT_THAT(dead.details, testing::StartsWith("the check died of what it read"));
}

// Ten bits of a table are others, at places that differ from round to round: whatever Xapian's check makes of them, and
// it dies of some, the program that asks for it goes on.
TEST_F(DatabaseCheckTest, OutlivesDamagedTables) {
  test::index_lines(path(), test::json_lines(300, "harga beras dan gula di pasar induk"));
  const std::filesystem::path generation = current_generation(path()).value();
  const std::filesystem::path table = generation / "termlist.glass";
  const std::string sound = read_bytes(table);
  ASSERT_EQ(check_tables(generation).errors, 0U);
  for (unsigned seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::string damaged = sound;
    for (int i = 0; i < 10; ++i) damaged[random() % damaged.size()] ^= static_cast<char>(1U << random() % 8);
    std::ofstream(table, std::ios::binary) << damaged;
    EXPECT_FALSE(check_tables(generation).details.empty());
  }
}

// A block of a table is empty, one after the other: to Xapian the settings are missing then, or the database has
// changed.
TEST_F(DatabaseCheckTest, TellsDamageAsDamage) {
  constexpr std::size_t kBlockBytes = 8192;
  test::index_lines(path(), test::json_lines(300, "harga beras dan gula di pasar induk"));
  unsigned times_told = 0;
  for (const char* const name : {"postlist.glass", "termlist.glass"}) {
    const std::filesystem::path table = current_generation(path()).value() / name;
    const std::string sound = read_bytes(table);
    for (std::size_t block = 0; block < sound.size(); block += kBlockBytes) {
      SCOPED_TRACE(std::string(name) + " at " + std::to_string(block));
      std::string damaged = sound;
      damaged.replace(block, kBlockBytes, kBlockBytes, '\0');
      std::ofstream(table, std::ios::binary) << damaged;
      times_told += problems().empty() ? 0 : 1;  // not all blocks are in use
    }
    std::ofstream(table, std::ios::binary) << sound;
  }
  EXPECT_GT(times_told, 2U);
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
