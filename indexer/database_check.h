// Is a database sound? Xapian's own structures, then every article against what the index says about it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"

namespace warta::indexer {

struct CheckReport {
  std::uint64_t articles = 0;
  std::uint64_t problems = 0;
};

// Checks the B-trees (as xapian-check does), that every record decodes, and that its terms, values and identity are
// those that indexing the article again would give. Each problem is told to `problem` in words for the person.
Result<CheckReport> check_database(const std::filesystem::path& path,
                                   const std::function<void(const std::string&)>& problem);

// The same in less time: the tables, and so many articles, spread over the database; of these also that a search for
// their words and titles finds them.
Result<CheckReport> check_sample(const std::filesystem::path& path, unsigned articles,
                                 const std::function<void(const std::string&)>& problem);

}  // namespace warta::indexer
