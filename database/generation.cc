#include "database/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPointerName = "XAPIANDB";
constexpr std::string_view kNewPointerName = "XAPIANDB.new";
constexpr std::string_view kLockName = "warta.lock";
constexpr std::string_view kScratchPrefix = "scratch-";
constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kFetchStatePrefix = "fetch.sqlite";  // what fetching remembers, and its journal
// A line of a Xapian stub file: kind of backend, and a path relative to the stub file.
constexpr std::string_view kPointerLinePrefix = "auto ";

tl::unexpected<Error> no_database(const fs::path& database) {
  return failure(ExitCode::no_database,
                 localized_format("{}: no Warta database here; make one with: warta-indexer add {} SOURCE",
                                  "{}: tidak ada basis data Warta; buat dengan: warta-indexer add {} SUMBER",
                                  database.string(), database.string()));
}

// Number of the generation with this directory name, or nothing where the name is another.
std::optional<unsigned> generation_number(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix)) return std::nullopt;
  name.remove_prefix(kGenerationPrefix.size());
  unsigned number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::vector<fs::path> entries(const fs::path& directory) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    paths.push_back(entry->path());
  }
  return paths;
}

Result<void> sync_path(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return system_failure(path.string(), errno);
  const int error_number = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (error_number != 0) return system_failure(path.string(), error_number);
  return {};
}

// What the pointer names must be on the disk before the pointer is.
Result<void> sync_generation(const fs::path& generation) {
  for (const fs::path& path : entries(generation)) {
    if (auto synced = sync_path(path); !synced) return synced;
  }
  return sync_path(generation);
}

}  // namespace

fs::path pointer_file(const fs::path& database) {
  return database / kPointerName;
}

Result<fs::path> current_generation(const fs::path& database) {
  std::ifstream pointer(database / kPointerName);
  std::string line;
  if (!std::getline(pointer, line) || !line.starts_with(kPointerLinePrefix)) return no_database(database);
  return database / line.substr(kPointerLinePrefix.size());
}

fs::path next_generation(const fs::path& database) {
  unsigned last = 0;
  for (const fs::path& path : entries(database)) {
    last = std::max(last, generation_number(path.filename().string()).value_or(0));
  }
  return database / fmt::format("{}{:06}", kGenerationPrefix, last + 1);
}

Result<void> publish_generation(const fs::path& database, const fs::path& generation) {
  if (auto synced = sync_generation(generation); !synced) return synced;
  const fs::path new_pointer = database / kNewPointerName;
  {
    std::ofstream file(new_pointer, std::ios::trunc);
    file << kPointerLinePrefix << generation.filename().string() << '\n';
    file.close();
    if (!file) return system_failure(new_pointer.string(), errno);
  }
  if (auto synced = sync_path(new_pointer); !synced) return synced;
  std::error_code error;
  fs::rename(new_pointer, database / kPointerName, error);
  if (error) return system_failure((database / kPointerName).string(), error.value());
  return sync_path(database);
}

Result<void> remove_old_generations(const fs::path& database, unsigned keep) {
  const Result<fs::path> current = current_generation(database);
  // Without a pointer, every generation is what an interrupted first run left behind.
  const unsigned current_number = current ? generation_number(current->filename().string()).value_or(0) : 0;
  std::vector<unsigned> older;
  std::vector<fs::path> doomed;
  for (const fs::path& path : entries(database)) {
    const std::string name = path.filename().string();
    const std::optional<unsigned> number = generation_number(name);
    if (number && *number < current_number) older.push_back(*number);
    const bool is_unfinished = number && *number > current_number;
    if (is_unfinished || name.starts_with(kScratchPrefix) || name == kNewPointerName) doomed.push_back(path);
  }
  std::ranges::sort(older, std::greater());
  for (size_t i = keep; i < older.size(); ++i) {
    doomed.push_back(database / fmt::format("{}{:06}", kGenerationPrefix, older[i]));
  }
  for (const fs::path& path : doomed) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) return system_failure(path.string(), error.value());
  }
  return {};
}

bool holds_only_our_beginnings(const fs::path& database) {
  std::error_code error;
  for (fs::directory_iterator entry(database, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool is_ours = name.starts_with(kGenerationPrefix) || name.starts_with(kScratchPrefix) || name == kLockName ||
                         name == kNewPointerName || name.starts_with(kFetchStatePrefix);
    if (!is_ours) return false;
  }
  return !error;
}

fs::path scratch_directory(const fs::path& database) {
  return database / fmt::format("{}{}", kScratchPrefix, ::getpid());
}

Result<DatabaseLock> DatabaseLock::acquire(const fs::path& database) {
  const fs::path path = database / kLockName;
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return system_failure(path.string(), errno);
  DatabaseLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return system_failure(path.string(), errno);
  return failure(ExitCode::locked,
                 localized_format("{}: another program is writing to this database; try again when it has finished",
                                  "{}: program lain sedang menulis ke basis data ini; coba lagi setelah selesai",
                                  database.string()));
}

DatabaseLock::DatabaseLock(DatabaseLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

DatabaseLock& DatabaseLock::operator=(DatabaseLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

DatabaseLock::~DatabaseLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace warta
