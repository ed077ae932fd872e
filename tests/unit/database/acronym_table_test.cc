// What is learned about acronyms is kept, added up, and found from both ends.
#include "database/acronym_table.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/metadata_compactor.h"
#include "tests/support/scratch.h"

namespace warta {
namespace {

using analysis::AcronymCounts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

AcronymCounts counts_of(std::initializer_list<AcronymReading> expansions, std::string_view acronym) {
  AcronymCounts counts;
  for (const auto& [text, count] : expansions) counts.add(acronym, text, count);
  return counts;
}

const AcronymReading kParty{"partai kebangkitan bangsa", 3};
const AcronymReading kTax{"pajak kendaraan bermotor", 1};

TEST(AcronymTable, IsReadFromBothEnds) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add_acronyms(database, counts_of({kTax, kParty}, "pkb"));
  EXPECT_THAT(expansions_of(single_shard(database), "pkb"), ElementsAre(kParty, kTax));
  EXPECT_THAT(acronyms_of(single_shard(database), "pajak kendaraan bermotor"), ElementsAre(AcronymReading{"pkb", 1}));
  EXPECT_THAT(expansions_of(single_shard(database), "kpk"), IsEmpty());
  EXPECT_THAT(expansions_of(single_shard(database), ""), IsEmpty());
  EXPECT_THAT(acronyms_of(single_shard(database), "pajak kendaraan"), IsEmpty());
}

TEST(AcronymTable, KnowsHowLongFormsBegin) {
  const test::ScratchDirectory scratch;  // Xapian lists no keys of databases in memory
  Xapian::WritableDatabase database((scratch.path() / "db").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  add_acronyms(database, counts_of({kTax, {"usaha mikro kecil dan menengah", 2}}, "pkb"));
  database.commit();
  for (const char* words :
       {"pajak kendaraan", "pajak kendaraan bermotor", "usaha mikro", "usaha mikro kecil menengah"}) {
    EXPECT_TRUE(begins_expansion(single_shard(database), words)) << words;
  }
  for (const char* words : {"pajak bermotor", "kendaraan bermotor", "pajak kendaraan bermotor listrik", "partai"}) {
    EXPECT_FALSE(begins_expansion(single_shard(database), words)) << words;
  }
}

TEST(AcronymTable, SmallWordsDoNotTellLongFormsApart) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add_acronyms(database, counts_of({{"usaha mikro kecil dan menengah", 2}, {"usaha mikro kecil menengah", 1}}, "umkm"));
  EXPECT_THAT(acronyms_of(single_shard(database), "usaha mikro kecil menengah"),
              ElementsAre(AcronymReading{"umkm", 3}));
  EXPECT_THAT(acronyms_of(single_shard(database), "usaha mikro kecil dan menengah"),
              ElementsAre(AcronymReading{"umkm", 3}));
}

TEST(AcronymTable, LaterCountsAreAddedToThoseThatStand) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add_acronyms(database, counts_of({kParty}, "pkb"));
  add_acronyms(database, counts_of({kParty, kTax}, "pkb"));
  EXPECT_THAT(expansions_of(single_shard(database), "pkb"), ElementsAre(AcronymReading{kParty.text, 6}, kTax));
}

TEST(AcronymTable, LinesOfSomeoneElseArePassedOver) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata("warta.acronym:pkb", "x\n7\n\n99999999999\tterlalu banyak\n2\tpartai kebangkitan bangsa");
  EXPECT_THAT(expansions_of(single_shard(database), "pkb"),
              ElementsAre(AcronymReading{"partai kebangkitan bangsa", 2}));
}

TEST(MetadataCompactor, AddsUpWhatBothDatabasesKnow) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "acronym_compactor";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  Xapian::Database both;
  for (const char* name : {"left", "right"}) {
    const std::string path = (folder / name).string();
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    add_acronyms(database, counts_of({kParty}, "pkb"));
    if (name[0] == 'r') add_acronyms(database, counts_of({kTax}, "pkb"));
    database.set_metadata("other", name);
    database.commit();
    both.add_database(Xapian::Database(path));
  }
  MetadataCompactor compactor;
  both.compact((folder / "joined").string(), 0, 0, compactor);
  const Xapian::Database joined((folder / "joined").string());
  EXPECT_THAT(expansions_of(single_shard(joined), "pkb"), ElementsAre(AcronymReading{kParty.text, 6}, kTax));
  EXPECT_THAT(acronyms_of(single_shard(joined), kParty.text), ElementsAre(AcronymReading{"pkb", 6}));
  EXPECT_EQ(joined.get_metadata("other"), "left");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace warta
