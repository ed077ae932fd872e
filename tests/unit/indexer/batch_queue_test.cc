#include "indexer/batch_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "indexer/article_registry.h"

namespace warta::indexer {
namespace {

Batch batch_of(std::size_t bytes) {
  Batch batch;
  batch.bytes = bytes;
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
  queue.release(first->bytes);
  EXPECT_TRUE(queue.pop().has_value());
  EXPECT_FALSE(queue.pop().has_value());
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
