#include "indexer/batch_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "indexer/article_registry.h"
#include "indexer/pipeline.h"

namespace warta::indexer {
namespace {

Batch batch_of(std::size_t bytes) {
  Batch batch;
  batch.text_bytes = bytes;
  return batch;
}

TEST(BatchQueue, WaitsUntilTheBudgetHasRoom) {
  BatchQueue queue(10 * kMemoryPerByte);
  ASSERT_TRUE(queue.push(batch_of(6)));
  bool pushed = false;
  std::jthread producer([&] {
    queue.push(batch_of(6));
    pushed = true;
    queue.close();
  });
  const auto first = queue.pop();
  ASSERT_TRUE(first.has_value());
  EXPECT_FALSE(pushed) << "its memory is still taken";
  queue.release(memory_of(*first));
  EXPECT_TRUE(queue.pop().has_value());
  EXPECT_FALSE(queue.pop().has_value());
}

TEST(BatchQueue, RecordsTakeMemoryToo) {
  Batch batch = batch_of(10);
  batch.record_bytes = 3;
  EXPECT_EQ(memory_of(batch), 10 * kMemoryPerByte + 3);
  Chunk chunk;
  chunk.articles.resize(1);
  chunk.articles[0].title = "Judul";
  chunk.articles[0].body = "Isi";
  chunk.records = {"12345", "67"};
  EXPECT_EQ(text_bytes(chunk), 8U);
  EXPECT_EQ(record_bytes(chunk), 7U);
}

// Each may come to hold 90 MB.
TEST(Pipeline, HasNoMoreThreadsThanThereIsMemoryFor) {
  struct Row {
    unsigned asked;
    std::size_t megabytes;
    unsigned threads;
  };
  const Row rows[] = {{1, 64, 1},  {6, 64, 1},   {6, 179, 1}, {6, 180, 2},
                      {6, 640, 6}, {16, 640, 7}, {1, 640, 1}, {6, 0, 1}};
  for (const Row& row : rows) {
    PipelineOptions options;
    options.threads = row.asked;
    options.memory_bytes = row.megabytes << 20;
    EXPECT_EQ(thread_count(options), row.threads) << row.asked << " threads, " << row.megabytes << " MB";
  }
}

TEST(BatchQueue, ABatchOverTheBudgetGoesAlone) {
  BatchQueue queue(1);
  EXPECT_TRUE(queue.push(batch_of(1000)));
}

TEST(BatchQueue, StoppingDropsWhatWaitsAndRefusesMore) {
  BatchQueue queue(1'000'000);
  ASSERT_TRUE(queue.push(batch_of(1)));
  queue.stop();
  EXPECT_FALSE(queue.pop().has_value());
  EXPECT_FALSE(queue.push(batch_of(1)));
}

TEST(ArticleRegistry, DecidesByTheLatestVersion) {
  struct Step {
    const char* identity;
    std::uint64_t content;
    std::optional<std::uint64_t> stored;
    Verdict verdict;
  };
  const Step steps[] = {
      {"a", 1, std::nullopt, Verdict::added},
      {"a", 1, std::nullopt, Verdict::unchanged},
      {"a", 2, std::nullopt, Verdict::replaced},
      {"a", 1, std::nullopt, Verdict::replaced},
      {"b", 1, 1, Verdict::unchanged},
      {"b", 2, 1, Verdict::replaced},
      {"b", 1, 1, Verdict::replaced},
      {"c", 3, 1, Verdict::replaced},
  };
  ArticleRegistry registry;
  for (const Step& step : steps) {
    EXPECT_EQ(registry.decide(step.identity, step.content, step.stored), step.verdict)
        << step.identity << ' ' << step.content;
  }
}

}  // namespace
}  // namespace warta::indexer
