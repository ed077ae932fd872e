// The directory for a run's temporary shards: removed when the run ends, however it ends.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace warta::indexer {

class ScratchSpace {
 public:
  // Inside the database directory, or under parent where that is not empty. What a killed run leaves under parent is
  // found again by a link in the database directory, and removed by remove_leftover_scratch.
  static Result<ScratchSpace> create(const std::filesystem::path& database, const std::filesystem::path& parent);

  ScratchSpace(ScratchSpace&& other) noexcept;
  ScratchSpace& operator=(ScratchSpace&& other) noexcept;
  ~ScratchSpace();

  const std::filesystem::path& path() const { return path_; }

 private:
  ScratchSpace(std::filesystem::path path, std::filesystem::path link);

  std::filesystem::path path_;
  std::filesystem::path link_;  // empty where the directory is inside the database's
};

// Removes the scratch directories outside of the database directory that killed runs left. For the lock's holder.
void remove_leftover_scratch(const std::filesystem::path& database);

}  // namespace warta::indexer
