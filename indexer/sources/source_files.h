// From the sources that a person names to files, one after the other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace warta::indexer {

// Walks sources in order: a directory recursively and sorted by name, so that two runs see the same order on any file
// system. In directories only files with a known extension are taken (has_known_extension), so that what accompanies
// them (pictures, read-me files) stays out, and no hidden ones; symbolic links to directories are not followed, so no
// walk is endless.
class SourceFiles {
 public:
  explicit SourceFiles(std::vector<std::string> sources);

  // The next file, "-" included; nothing at the end. An error names a directory that cannot be read; the walk goes on.
  Result<std::optional<std::string>> next();

 private:
  Result<void> enter(const std::filesystem::path& directory);

  std::vector<std::string> waiting_;  // the next one last
  std::vector<std::string> sources_;  // as the person named them, the next one last
};

// Bytes of all files of the sources, as far as they can be known; 0 when standard input is among them.
std::uint64_t total_file_bytes(const std::vector<std::string>& sources);

}  // namespace warta::indexer
