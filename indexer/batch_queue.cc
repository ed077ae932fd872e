#include "indexer/batch_queue.h"

#include <utility>

namespace warta::indexer {

bool BatchQueue::push(Batch batch) {
  const std::size_t cost = memory_of(batch);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return is_closed_ || used_bytes_ == 0 || used_bytes_ + cost <= memory_bytes_; });
  if (is_closed_) return false;
  used_bytes_ += cost;
  waiting_.push_back(std::move(batch));
  changed_.notify_all();
  return true;
}

std::optional<Batch> BatchQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return is_closed_ || !waiting_.empty(); });
  if (waiting_.empty()) return std::nullopt;
  Batch batch = std::move(waiting_.front());
  waiting_.pop_front();
  return batch;
}

void BatchQueue::release(std::size_t memory) {
  const std::lock_guard lock(mutex_);
  used_bytes_ -= memory;
  changed_.notify_all();
}

void BatchQueue::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

void BatchQueue::stop() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  waiting_.clear();
  changed_.notify_all();
}

}  // namespace warta::indexer
