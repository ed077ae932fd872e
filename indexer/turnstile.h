// Lets workers through in the order of their batches, for the short steps whose outcome depends on that order.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace warta::indexer {

class Turnstile {
 public:
  // Waits until every batch before this one has passed. False when the run was aborted; then no turn is taken.
  bool enter(std::uint64_t batch_number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return is_aborted_ || next_ == batch_number; });
    return !is_aborted_;
  }

  void leave() {
    const std::lock_guard lock(mutex_);
    ++next_;
    changed_.notify_all();
  }

  // A batch will never come: whoever waits, and whoever comes later, is sent away.
  void abort() {
    const std::lock_guard lock(mutex_);
    is_aborted_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t next_ = 0;
  bool is_aborted_ = false;
};

}  // namespace warta::indexer
