// Hands batches from the reader to the workers, and keeps what is under way inside a budget of memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "indexer/batch.h"

namespace warta::indexer {

class BatchQueue {
 public:
  explicit BatchQueue(std::size_t memory_bytes) : memory_bytes_(memory_bytes) {}

  // Waits until the budget has room, which a batch that is larger than all of it finds when nothing else is under
  // way. False when the queue was closed.
  bool push(Batch batch);

  // The next batch, or nothing when the queue is closed and empty. Its memory counts until release, which is given what
  // memory_of() said of it.
  std::optional<Batch> pop();
  void release(std::size_t memory);

  // No more batches come; those that wait are still handed out.
  void close();

  // Ends early: those that wait are dropped. They are the last ones, so the numbers of the others have no gap.
  void stop();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  const std::size_t memory_bytes_;
  std::size_t used_bytes_ = 0;
  bool is_closed_ = false;
};

}  // namespace warta::indexer
