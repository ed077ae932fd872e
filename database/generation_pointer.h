// The one pointer of a database, which names its current generation: a Xapian stub file, so that every stock Xapian
// tool opens the directory too. What generation.h publishes, in its single steps.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta {

inline constexpr std::string_view kNewPointerName = "XAPIANDB.new";

std::string generation_name(unsigned number);

// Number of the generation with this name, from 1; nothing where we give no such name: "gen-1", "gen-notes".
std::optional<unsigned> generation_number(std::string_view name);

// The pointer of a database at this path, whether there is one or not; and the one that is prepared beside it.
std::filesystem::path pointer_file(const std::filesystem::path& database);
std::filesystem::path new_pointer_file(const std::filesystem::path& database);

// Name of the generation in the first line of a pointer; nothing where it cannot be read.
std::optional<std::string> named_in(const std::filesystem::path& pointer);

// The highest number that the pointer names, of the current generation or of the last that was published; 0 where there
// is none.
unsigned highest_number_in(const std::filesystem::path& pointer);

// Writes the pointer to a generation beside the one that stands; latest is the number of the last that was published.
Result<void> prepare_pointer(const std::filesystem::path& database, const std::string& name, unsigned latest);

// Puts the prepared pointer in the place of the one that stands. The directory that it named before has its time of
// change from now on: when it was superseded.
Result<void> swap_pointer(const std::filesystem::path& database);

// Has a file or directory on the disk.
Result<void> sync_path(const std::filesystem::path& path);

}  // namespace warta
