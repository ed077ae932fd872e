#include "indexer/compaction.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

constexpr Xapian::valueno kNumberSlot = 3;

Shard make_shard(const std::filesystem::path& path, int number) {
  ShardBuilder builder(path);
  IndexDocument document;
  document.add_value(kNumberSlot, std::to_string(number));
  document.add_term("berita", 1);
  builder.add(std::move(document));
  return builder.finish();
}

std::string numbers_in_order(const std::filesystem::path& path) {
  const Xapian::Database database(path.string());
  std::string numbers;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    numbers += database.get_document(*id).get_value(kNumberSlot) + " ";
  }
  return numbers;
}

TEST(MergeShards, KeepsTheOrderOfThePartsAndTheMetadataOfTheFirst) {
  const test::ScratchDirectory scratch;
  std::vector<std::filesystem::path> parts;
  for (const int number : {3, 1, 2}) {
    parts.push_back(make_shard(scratch.path() / std::to_string(number), number).path);
    Xapian::WritableDatabase part(parts.back().string(), Xapian::DB_OPEN);
    part.set_metadata("nama", std::to_string(number));
    part.commit();
  }
  merge_shards(parts, scratch.path() / "semua", Packing::tight);
  EXPECT_EQ(numbers_in_order(scratch.path() / "semua"), "3 1 2 ");
  EXPECT_EQ(Xapian::Database((scratch.path() / "semua").string()).get_metadata("nama"), "3");
}

TEST(ShardCollection, MergesGroupsAndKeepsTheOrderOfTheBatches) {
  const test::ScratchDirectory scratch;
  ShardCollection collection(scratch.path());
  // More than two groups, coming in any order; every seventh batch brought nothing new.
  std::vector<int> batches(static_cast<size_t>(2 * ShardCollection::kShardsPerGroup + 5));
  for (size_t i = 0; i < batches.size(); ++i) batches[i] = static_cast<int>(i);
  const unsigned seed = std::random_device()();
  SCOPED_TRACE(seed);
  std::shuffle(batches.begin(), batches.end(), std::mt19937(seed));
  std::string expected;
  for (const int batch : batches) {
    const auto number = static_cast<std::uint64_t>(batch);
    collection.add(number, batch % 7 == 0 ? Shard() : make_shard(collection.path_for(number), batch));
  }
  for (size_t i = 0; i < batches.size(); ++i) {
    if (i % 7 != 0) expected += std::to_string(i) + " ";
  }
  const std::vector<Shard> shards = collection.shards();
  EXPECT_LE(shards.size(), 7U);
  std::string data;
  for (const Shard& shard : shards) data += numbers_in_order(shard.path);
  EXPECT_EQ(data, expected);
}

}  // namespace
}  // namespace warta::indexer
