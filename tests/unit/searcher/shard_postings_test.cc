// Postings that are kept are those of the database.
#include "searcher/matching/shard_postings.h"

#include <gtest/gtest.h>

namespace warta::searcher {
namespace {

Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned i = 1; i <= 30; ++i) {
    Xapian::Document document;
    document.add_term("all", i * 10);
    if (i % 3 == 0) document.add_term("third", 1);
    database.add_document(document);
  }
  database.delete_document(7);
  return database;
}

TEST(ShardPostings, AreKeptFromTheSecondTimeOn) {
  ShardPostings postings(make_database());
  EXPECT_EQ(postings.find("third"), nullptr);
  const auto kept = postings.find("third");
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->documents, (std::vector<Xapian::docid>{3, 6, 9, 12, 15, 18, 21, 24, 27, 30}));
  EXPECT_EQ(postings.find("third"), kept);
}

TEST(ShardPostings, OfDeletedDocumentsAreNotThere) {
  ShardPostings postings(make_database());
  postings.find("all");
  const auto kept = postings.find("all");
  ASSERT_EQ(kept->documents.size(), 29U);
  EXPECT_EQ(kept->documents[5], 6U);
  EXPECT_EQ(kept->documents[6], 8U);
}

TEST(ShardPostings, HaveFrequenciesUpToTheGreatestThatWeighs) {
  ShardPostings postings(make_database());
  postings.find("all");
  const auto kept = postings.find("all");
  EXPECT_EQ(kept->frequencies[0], 10);
  EXPECT_EQ(kept->frequencies[28], 127);
}

TEST(ShardPostings, TellTheFrequencyOfATermKeptOrNot) {
  ShardPostings postings(make_database());
  EXPECT_EQ(postings.frequency("all"), 29U);
  postings.find("all");
  EXPECT_EQ(postings.frequency("all"), 29U);
  postings.find("all");
  EXPECT_EQ(postings.frequency("all"), 29U);
  EXPECT_EQ(postings.frequency("none"), 0U);
}

TEST(ShardPostings, OfAnUnknownTermAreNone) {
  ShardPostings postings(make_database());
  postings.find("none");
  const auto kept = postings.find("none");
  ASSERT_NE(kept, nullptr);
  EXPECT_TRUE(kept->documents.empty());
}

}  // namespace
}  // namespace warta::searcher
