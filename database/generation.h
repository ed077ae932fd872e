// A database is a directory of numbered generations and one pointer that is swapped atomically. The pointer is a
// Xapian stub file (XAPIANDB), so that every stock Xapian tool opens the directory too.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace warta {

// Path of the generation that the pointer names. ExitCode::no_database where there is none.
Result<std::filesystem::path> current_generation(const std::filesystem::path& database);

// Path for the generation after all that exist, not yet made.
std::filesystem::path next_generation(const std::filesystem::path& database);

// Makes generation current: the pointer is written beside, synced and renamed. Readers see the old or the new.
Result<void> publish_generation(const std::filesystem::path& database, const std::filesystem::path& generation);

// Removes every generation but the current one and the `keep` before it, and what an interrupted run left behind.
Result<void> remove_old_generations(const std::filesystem::path& database, unsigned keep);

}  // namespace warta
