// What is learned about words is kept, added up, and found by how words begin.
#include "database/vocabulary.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/metadata_compactor.h"
#include "tests/support/scratch.h"

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

const Vocabulary kRice = {{"beras", 40}, {"berasnya", 2}, {"besar", 90}, {"joko widodo", 7}};

TEST(Vocabulary, MergesByText) {
  const Vocabulary merged = merge_vocabularies({{"beras", 1}, {"kopi", 2}}, {{"air", 5}, {"beras", 3}, {"teh", 1}});
  EXPECT_THAT(merged, ElementsAre(CountedWord{"air", 5}, CountedWord{"beras", 4}, CountedWord{"kopi", 2},
                                  CountedWord{"teh", 1}));
}

TEST(Vocabulary, LeavesOutTheRarestTogether) {
  Vocabulary words = {{"a", 1}, {"b", 5}, {"c", 2}, {"d", 2}};
  keep_most_frequent(words, 4);
  EXPECT_EQ(words.size(), 4U);
  keep_most_frequent(words, 2);
  EXPECT_THAT(words, ElementsAre(CountedWord{"b", 5}));
}

TEST(Vocabulary, IsReadAsItWasWritten) {
  EXPECT_EQ(decode_vocabulary(encode_vocabulary(kRice)), kRice);
  EXPECT_THAT(decode_vocabulary(encode_vocabulary({})), IsEmpty());
}

TEST(Vocabulary, OfBrokenBytesTheBeginningIsRead) {
  const std::string bytes = encode_vocabulary(kRice);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Vocabulary words = decode_vocabulary(std::string_view(bytes).substr(0, size));
    ASSERT_LE(words.size(), kRice.size());
    EXPECT_THAT(words, ElementsAreArray(kRice.begin(), kRice.begin() + static_cast<std::ptrdiff_t>(words.size())));
  }
  EXPECT_THAT(decode_vocabulary(encode_vocabulary({{"b", 1}, {"a", 1}})), ElementsAre(CountedWord{"b", 1}));
  EXPECT_THAT(decode_vocabulary("\x05\x01"
                                "a\x01"),
              IsEmpty());
}

TEST(Vocabulary, IsFoundByBeginnings) {
  const test::ScratchDirectory scratch;
  Xapian::WritableDatabase database((scratch.path() / "db").string(), Xapian::DB_CREATE);
  add_vocabulary(database, kRice);
  add_vocabulary(database, {{"beras", 2}, {"bersih", 1}});
  EXPECT_THAT(words_beginning_with(single_shard(database), "beras"), ElementsAre(CountedWord{"beras", 42}, kRice[1]));
  EXPECT_THAT(words_beginning_with(single_shard(database), "ber"),
              ElementsAre(CountedWord{"beras", 42}, kRice[1], CountedWord{"bersih", 1}));
  EXPECT_THAT(words_beginning_with(single_shard(database), "be"),
              ElementsAre(CountedWord{"beras", 42}, kRice[1], CountedWord{"bersih", 1}, kRice[2]));
  EXPECT_EQ(words_beginning_with(single_shard(database), "").size(), 5U);
  EXPECT_THAT(words_beginning_with(single_shard(database), "xyz"), IsEmpty());
  EXPECT_EQ(articles_with_word(single_shard(database), "besar"), 90U);
  EXPECT_EQ(articles_with_word(single_shard(database), "bes"), 0U);
}

TEST(MetadataCompactor, AddsUpWords) {
  const test::ScratchDirectory scratch;
  Xapian::Database both;
  for (const Vocabulary& words : {kRice, Vocabulary{{"beras", 2}, {"kopi", 1}}}) {
    const std::string path = (scratch.path() / words.back().text).string();
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    add_vocabulary(database, words);
    database.commit();
    both.add_database(Xapian::Database(path));
  }
  MetadataCompactor compactor;
  both.compact((scratch.path() / "joined").string(), 0, 0, compactor);
  const Xapian::Database joined((scratch.path() / "joined").string());
  EXPECT_THAT(words_beginning_with(single_shard(joined), "beras"), ElementsAre(CountedWord{"beras", 42}, kRice[1]));
  EXPECT_EQ(articles_with_word(single_shard(joined), "kopi"), 1U);
}

}  // namespace
}  // namespace warta
