// A database is a directory of numbered generations and one pointer that is swapped atomically. The pointer is a
// Xapian stub file (XAPIANDB), so that every stock Xapian tool opens the directory too.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace warta {

// The pointer of a database at this path, whether there is one or not.
std::filesystem::path pointer_file(const std::filesystem::path& database);

// Path of the generation that the pointer names. ExitCode::no_database where there is none.
Result<std::filesystem::path> current_generation(const std::filesystem::path& database);

// Path for the generation after all that exist, not yet made.
std::filesystem::path next_generation(const std::filesystem::path& database);

// Makes generation current: the pointer is written beside, synced and renamed. Readers see the old or the new.
Result<void> publish_generation(const std::filesystem::path& database, const std::filesystem::path& generation);

// Removes every generation but the current one and the `keep` before it, and what an interrupted run left behind.
// Only for the holder of the lock: what another writer is building looks like what was left behind.
Result<void> remove_old_generations(const std::filesystem::path& database, unsigned keep);

// True where a directory without a pointer holds nothing, or what an interrupted first run left behind; false where
// anything else stands in it, or it cannot be read.
bool holds_only_our_beginnings(const std::filesystem::path& database);

// Path inside the database for this process' temporary files, not yet made; remove_old_generations removes it.
std::filesystem::path scratch_directory(const std::filesystem::path& database);

// The right to write to the database directory: one holder at a time, released when the holder ends in any way.
class DatabaseLock {
 public:
  // ExitCode::locked where another process, or another lock of this one, holds it. Does not wait.
  static Result<DatabaseLock> acquire(const std::filesystem::path& database);

  DatabaseLock(DatabaseLock&& other) noexcept;
  DatabaseLock& operator=(DatabaseLock&& other) noexcept;
  ~DatabaseLock();

 private:
  explicit DatabaseLock(int file) : file_(file) {}
  int file_;
};

}  // namespace warta
