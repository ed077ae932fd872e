// How long a database's earlier generations are kept: a rule that stands in its directory, for every writer.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace warta {

// An earlier generation goes when both allow it.
struct Retention {
  unsigned generations = 1;  // the most recent ones stay
  std::int64_t seconds = 0;  // each stays for so long after another took its place

  bool operator==(const Retention&) const = default;
};

// The database's rule, the default one where it has none or one that cannot be read.
Retention retention_of(const std::filesystem::path& database);

// Sets the rule, atomically. ExitCode::io_error where it cannot be written.
Result<void> set_retention(const std::filesystem::path& database, const Retention& retention);

// The file in the database directory that holds the rule.
inline constexpr std::string_view kRetentionName = "warta.keep";

}  // namespace warta
