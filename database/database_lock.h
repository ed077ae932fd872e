// The right to write to a database directory, and how long to wait for it.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>

#include "base/result.h"

namespace warta {

// Patience for a lock that another program holds; one object for all locks of a command, so that the time is for all
// of them together.
class LockWait {
 public:
  LockWait() = default;  // none
  // Ends early when stop becomes true, which must outlive this.
  explicit LockWait(std::chrono::seconds longest, const std::atomic<bool>* stop = nullptr);

  // Sleeps for a moment, for another try. False at once where the time is over, or the person wants to stop.
  bool sleep();

 private:
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::time_point::min();
  const std::atomic<bool>* stop_ = nullptr;
};

// One holder at a time; released when the holder ends in any way.
class DatabaseLock {
 public:
  // ExitCode::locked where another process, or another lock of this one, holds it for as long as `wait` lasts;
  // ExitCode::io_error where there is no such directory.
  static Result<DatabaseLock> acquire(const std::filesystem::path& database, LockWait wait = {});

  DatabaseLock(DatabaseLock&& other) noexcept;
  DatabaseLock& operator=(DatabaseLock&& other) noexcept;
  ~DatabaseLock();

 private:
  explicit DatabaseLock(int file) : file_(file) {}
  int file_;
};

// The file in the database directory that is locked.
inline constexpr std::string_view kLockName = "warta.lock";

}  // namespace warta
