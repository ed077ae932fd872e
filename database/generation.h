// A database is a directory of numbered generations and one pointer that is swapped atomically. The pointer is a
// Xapian stub file (XAPIANDB), so that every stock Xapian tool opens the directory too.
#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "database/database_lock.h"
#include "database/retention.h"

namespace warta {

// The pointer of a database at this path, whether there is one or not.
std::filesystem::path pointer_file(const std::filesystem::path& database);

// Path of the generation that the pointer names. ExitCode::no_database where there is none.
Result<std::filesystem::path> current_generation(const std::filesystem::path& database);

// Path for the generation after all that were ever published or exist, not yet made.
std::filesystem::path next_generation(const std::filesystem::path& database);

// Makes generation current: the pointer is written beside, synced and renamed. Readers see the old or the new. It may
// be the next one or one that was current before.
Result<void> publish_generation(const std::filesystem::path& database, const std::filesystem::path& generation);

struct Generation {
  std::filesystem::path path;
  unsigned number = 0;
  bool is_current = false;
  std::time_t superseded = 0;  // when another took its place; 0 for the current one
};

// The finished generations that are there, the current one first, then the others as another took their place, the
// latest first. ExitCode::no_database where there is none.
Result<std::vector<Generation>> generations_of(const std::filesystem::path& database);

// Removes the generations that the rule does not keep, and what an interrupted run left behind. A reader that has one
// of them open goes on reading it: its files go with the last who has them open. Only for the holder of the lock: what
// another writer is building looks like what was left behind.
Result<void> remove_old_generations(const std::filesystem::path& database, const Retention& retention);

// True where a directory without a pointer holds nothing, or what an interrupted first run left behind; false where
// anything else stands in it, as an archive whose pointer was lost, or it cannot be read.
bool holds_only_our_beginnings(const std::filesystem::path& database);

// Path inside the database for this process' temporary files, not yet made; remove_old_generations removes it.
std::filesystem::path scratch_directory(const std::filesystem::path& database);

// Path inside the database for the one that takes its place when the archive is indexed again; may not exist.
std::filesystem::path staging_directory(const std::filesystem::path& database);

}  // namespace warta
