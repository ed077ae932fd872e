// Xapian's check of a database's tables, kept at a distance.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace warta::indexer {

struct TableCheck {
  std::size_t errors = 0;
  std::string details;    // what Xapian says of them
  bool has_died = false;  // the check itself, of what it read: then it is one error, and nobody should read on
};

// Checks the tables of a generation, as xapian-check does. Xapian 1.4 follows what a damaged table says into memory
// that is not its own, and dies; so the check runs apart. Throws as run_apart.
TableCheck check_tables(const std::filesystem::path& generation);

// Runs a check in a process of its own, made by fork: what other threads of the caller are in the middle of stays
// unfinished there, so check may share nothing with them but the allocator. An exception of check is one error. Throws
// std::system_error where no process can be made.
TableCheck run_apart(const std::function<TableCheck()>& check);

}  // namespace warta::indexer
