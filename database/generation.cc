#include "database/generation.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <system_error>
#include <tuple>

#include <fmt/format.h>

#include "base/language.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratchPrefix = "scratch-";
constexpr std::string_view kBuildingName = "scratch-generation";
constexpr std::string_view kFetchStatePrefix = "fetch.sqlite";  // what fetching remembers, and its journal

std::vector<fs::path> entries(const fs::path& directory) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    paths.push_back(entry->path());
  }
  return paths;
}

struct NumberedGeneration {
  unsigned number;
  fs::path path;
};

// The directories with a generation's name, finished or not, by their numbers.
std::vector<NumberedGeneration> numbered_generations(const fs::path& database) {
  std::vector<NumberedGeneration> generations;
  std::error_code error;
  for (const fs::path& path : entries(database)) {
    const std::optional<unsigned> number = generation_number(path.filename().string());
    if (number && fs::is_directory(path, error)) generations.push_back({*number, path});
  }
  std::ranges::sort(generations, {}, &NumberedGeneration::number);
  return generations;
}

// What the pointer names must be on the disk before the pointer is.
Result<void> sync_generation(const fs::path& generation) {
  for (const fs::path& path : entries(generation)) {
    if (auto synced = sync_path(path); !synced) return synced;
  }
  return sync_path(generation);
}

// The generation that only the last step of its publishing is missing to be the first one; nothing where none is.
// Where others stand, there was a pointer before, which was lost.
std::optional<fs::path> nearly_published(const fs::path& database) {
  if (named_in(pointer_file(database))) return std::nullopt;
  const std::optional<std::string> name = named_in(new_pointer_file(database));
  const std::vector<NumberedGeneration> generations = numbered_generations(database);
  if (!name || generations.size() != 1 || generations.front().path.filename() != *name) return std::nullopt;
  return generations.front().path;
}

tl::unexpected<Error> no_database(const fs::path& database) {
  if (::access(pointer_file(database).c_str(), R_OK) != 0) {
    if (errno == EACCES) return system_failure(database.string(), errno);
    if (errno == ENOTDIR) {
      return failure(ExitCode::no_database,
                     localized_format("{}: is no directory, and so no Warta database",
                                      "{}: bukan direktori, jadi bukan basis data Warta", database.string()));
    }
  }
  const std::vector<fs::path> stranded = stranded_generations(database);
  if (stranded.empty()) {
    return failure(ExitCode::no_database,
                   localized_format("{}: no Warta database here; make one with: warta-indexer add {} SOURCE",
                                    "{}: tidak ada basis data Warta; buat dengan: warta-indexer add {} SUMBER",
                                    database.string(), database.string()));
  }
  const std::string newest = stranded.back().filename().string();
  return failure(ExitCode::no_database,
                 localized_format("{}: the pointer XAPIANDB is lost, the articles are not; bring them back with: "
                                  "warta-indexer rollback {} --to {}",
                                  "{}: penunjuk XAPIANDB hilang, tetapi artikelnya masih ada; pulihkan dengan: "
                                  "warta-indexer rollback {} --to {}",
                                  database.string(), database.string(), newest));
}

// Number of the last generation that was published; 0 where there was none. Where the pointer is lost, any may have
// been.
unsigned latest_published(const fs::path& database) {
  const std::vector<fs::path> stranded = stranded_generations(database);
  const auto last = stranded.empty() ? std::nullopt : generation_number(stranded.back().filename().string());
  return std::max(highest_number_in(pointer_file(database)), last.value_or(0));
}

std::time_t superseded_time(const fs::path& generation) {
  std::error_code error;
  const fs::file_time_type time = fs::last_write_time(generation, error);
  if (error) return 0;
  return std::chrono::system_clock::to_time_t(std::chrono::file_clock::to_sys(time));
}

// Every finished generation, the current one first.
std::vector<Generation> list_generations(const fs::path& database, const fs::path& current) {
  const unsigned latest = latest_published(database);
  std::vector<Generation> generations;
  for (const auto& [number, path] : numbered_generations(database)) {
    if (number > latest) continue;
    const bool is_current = path == current;
    generations.push_back({path, number, is_current, is_current ? 0 : superseded_time(path)});
  }
  std::ranges::sort(generations, std::greater(), [](const Generation& generation) {
    return std::tuple(generation.is_current, generation.superseded, generation.number);
  });
  return generations;
}

}  // namespace

Result<fs::path> current_generation(const fs::path& database) {
  const std::optional<std::string> name = named_in(pointer_file(database));
  if (!name) return no_database(database);
  return database / *name;
}

std::vector<fs::path> stranded_generations(const fs::path& database) {
  if (named_in(pointer_file(database)) || nearly_published(database)) return {};
  std::vector<fs::path> stranded;
  for (const auto& [number, path] : numbered_generations(database)) stranded.push_back(path);
  return stranded;
}

fs::path next_generation(const fs::path& database) {
  const std::vector<NumberedGeneration> present = numbered_generations(database);
  const unsigned last = present.empty() ? 0 : present.back().number;
  return database / generation_name(std::max(last, latest_published(database)) + 1);
}

Result<void> publish_generation(const fs::path& database, const fs::path& generation) {
  if (auto synced = sync_generation(generation); !synced) return synced;
  if (auto prepared = prepare_pointer(database, generation.filename().string(), latest_published(database)); !prepared)
    return prepared;
  if (auto swapped = swap_pointer(database); !swapped) return swapped;
  return sync_path(database);
}

Result<void> publish_new_generation(const fs::path& database, const fs::path& built) {
  if (auto synced = sync_generation(built); !synced) return synced;
  const fs::path generation = next_generation(database);
  // Before the generation has its name, so that one without a pointer always has this, or is one whose pointer was
  // lost.
  if (auto prepared = prepare_pointer(database, generation.filename().string(), latest_published(database)); !prepared)
    return prepared;
  std::error_code error;
  fs::rename(built, generation, error);
  if (error) return system_failure(generation.string(), error.value());
  if (auto swapped = swap_pointer(database); !swapped) {
    fs::rename(generation, built, error);
    return swapped;
  }
  return sync_path(database);
}

Result<void> finish_first_publishing(const fs::path& database) {
  if (!nearly_published(database)) return {};
  if (auto swapped = swap_pointer(database); !swapped) return swapped;
  return sync_path(database);
}

Result<std::vector<Generation>> generations_of(const fs::path& database) {
  return current_generation(database).map([&](const fs::path& current) { return list_generations(database, current); });
}

Result<void> remove_old_generations(const fs::path& database, const Retention& retention) {
  // Without a pointer, a generation may be all that there is of an archive.
  const bool has_pointer = named_in(pointer_file(database)).has_value();
  const unsigned latest = latest_published(database);
  std::vector<fs::path> doomed;
  for (const auto& [number, path] : numbered_generations(database)) {
    if (has_pointer && number > latest) doomed.push_back(path);
  }
  for (const fs::path& path : entries(database)) {
    const std::string name = path.filename().string();
    if (name.starts_with(kScratchPrefix) || name == kNewPointerName) doomed.push_back(path);
  }
  const std::time_t now = std::time(nullptr);
  unsigned earlier = 0;
  for (const Generation& generation : generations_of(database).value_or(std::vector<Generation>())) {
    if (generation.is_current || ++earlier <= retention.generations) continue;
    if (now - generation.superseded >= retention.seconds) doomed.push_back(generation.path);
  }
  for (const fs::path& path : doomed) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) return system_failure(path.string(), error.value());
  }
  return {};
}

bool holds_only_our_beginnings(const fs::path& database) {
  const std::optional<fs::path> first = nearly_published(database);
  std::error_code error;
  for (fs::directory_iterator entry(database, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool is_ours = entry->path() == first || name.starts_with(kScratchPrefix) || name == kLockName ||
                         name == kNewPointerName || name.starts_with(kFetchStatePrefix);
    if (!is_ours) return false;
  }
  return !error;
}

fs::path building_directory(const fs::path& database) {
  return database / kBuildingName;
}

fs::path scratch_directory(const fs::path& database) {
  return database / fmt::format("{}{}", kScratchPrefix, ::getpid());
}

fs::path staging_directory(const fs::path& database) {
  return database / "reindex";
}

}  // namespace warta
