// A database is a directory of numbered generations and one pointer that is swapped atomically. The pointer is a
// Xapian stub file (XAPIANDB), so that every stock Xapian tool opens the directory too.
#pragma once

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "database/database_lock.h"
#include "database/generation_pointer.h"
#include "database/retention.h"

namespace warta {

// Path of the generation that the pointer names. ExitCode::no_database where there is none; where generations stand
// there all the same, the message says how to come back to them. ExitCode::io_error where it may not be read.
Result<std::filesystem::path> current_generation(const std::filesystem::path& database);

// The generations of an archive that lost its pointer, by their numbers. Each is whole, but which was the current one
// nobody knows. Empty where there is a pointer, and where finish_first_publishing helps.
std::vector<std::filesystem::path> stranded_generations(const std::filesystem::path& database);

// Path for the generation after all that were ever published or exist, not yet made.
std::filesystem::path next_generation(const std::filesystem::path& database);

// Makes a generation of the database current: the pointer is written beside, synced and renamed. Readers see the old or
// the new. On an error they may see either.
Result<void> publish_generation(const std::filesystem::path& database, const std::filesystem::path& generation);

// Makes what was built (a Xapian database on the same file system) the next generation, and that the current one. A
// generation has its name only when it is whole. Where the pointer cannot be swapped, it is where it was built again.
Result<void> publish_new_generation(const std::filesystem::path& database, const std::filesystem::path& built);

// Where the very first publishing was interrupted between its last two steps, does the last one. For the lock's holder.
Result<void> finish_first_publishing(const std::filesystem::path& database);

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

// Path inside the database where the next generation is built; remove_old_generations removes what is left there.
std::filesystem::path building_directory(const std::filesystem::path& database);

// Path inside the database for this process' temporary files, not yet made; remove_old_generations removes it.
std::filesystem::path scratch_directory(const std::filesystem::path& database);

// Path inside the database for the one that takes its place when the archive is indexed again; may not exist.
std::filesystem::path staging_directory(const std::filesystem::path& database);

}  // namespace warta
