#include "database/retention.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

namespace warta {

namespace fs = std::filesystem;

Retention retention_of(const fs::path& database) {
  std::ifstream file(database / kRetentionName);
  Retention retention;
  std::string generations_key;
  std::string seconds_key;
  file >> generations_key >> retention.generations >> seconds_key >> retention.seconds;
  const bool is_readable = file && generations_key == "generations" && seconds_key == "seconds";
  return is_readable && retention.seconds >= 0 ? retention : Retention();
}

Result<void> set_retention(const fs::path& database, const Retention& retention) {
  const fs::path path = database / kRetentionName;
  const fs::path next = path.string() + ".new";
  std::ofstream file(next, std::ios::trunc);
  file << "generations " << retention.generations << "\nseconds " << retention.seconds << '\n';
  file.close();
  if (!file) return system_failure(next.string(), errno);
  std::error_code error;
  fs::rename(next, path, error);
  if (error) return system_failure(path.string(), error.value());
  return {};
}

}  // namespace warta
