#include "database/generation_pointer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPointerName = "XAPIANDB";
constexpr std::string_view kGenerationPrefix = "gen-";
// A line of a Xapian stub file: kind of backend, and a path relative to the stub file.
constexpr std::string_view kPointerLinePrefix = "auto ";
// A comment to Xapian: the last generation that was ever published, where that is not the current one. What has a
// higher number is unfinished.
constexpr std::string_view kLatestLinePrefix = "# latest ";

// A generation that is not current any more is written to by nobody: its directory's time is when that came to pass.
void note_superseded(const fs::path& generation) {
  std::error_code ignored;
  fs::last_write_time(generation, fs::file_time_type::clock::now(), ignored);
}

}  // namespace

std::string generation_name(unsigned number) {
  return fmt::format("{}{:06}", kGenerationPrefix, number);
}

std::optional<unsigned> generation_number(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix)) return std::nullopt;
  const std::string_view digits = name.substr(kGenerationPrefix.size());
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (number == 0 || name != generation_name(number)) return std::nullopt;
  return number;
}

fs::path pointer_file(const fs::path& database) {
  return database / kPointerName;
}

fs::path new_pointer_file(const fs::path& database) {
  return database / kNewPointerName;
}

std::optional<std::string> named_in(const fs::path& pointer_path) {
  std::ifstream pointer(pointer_path);
  std::string line;
  if (!std::getline(pointer, line) || !line.starts_with(kPointerLinePrefix)) return std::nullopt;
  return line.substr(kPointerLinePrefix.size());
}

unsigned highest_number_in(const fs::path& path) {
  unsigned highest = 0;
  std::ifstream pointer(path);
  for (std::string line; std::getline(pointer, line);) {
    for (const std::string_view prefix : {kPointerLinePrefix, kLatestLinePrefix}) {
      if (!line.starts_with(prefix)) continue;
      highest = std::max(highest, generation_number(std::string_view(line).substr(prefix.size())).value_or(0));
    }
  }
  return highest;
}

Result<void> prepare_pointer(const fs::path& database, const std::string& name, unsigned latest) {
  const fs::path path = new_pointer_file(database);
  std::ofstream file(path, std::ios::trunc);
  file << kPointerLinePrefix << name << '\n';
  if (latest > generation_number(name).value_or(0)) file << kLatestLinePrefix << generation_name(latest) << '\n';
  file.close();
  if (!file) return system_failure(path.string(), errno);
  return sync_path(path);
}

Result<void> swap_pointer(const fs::path& database) {
  const fs::path pointer = pointer_file(database);
  const std::optional<std::string> previous = named_in(pointer);
  std::error_code error;
  fs::rename(new_pointer_file(database), pointer, error);
  if (error) return system_failure(pointer.string(), error.value());
  if (previous && previous != named_in(pointer)) note_superseded(database / *previous);
  return {};
}

Result<void> sync_path(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return system_failure(path.string(), errno);
  const int error_number = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (error_number != 0) return system_failure(path.string(), error_number);
  return {};
}

}  // namespace warta
