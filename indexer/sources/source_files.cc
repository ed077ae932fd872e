#include "indexer/sources/source_files.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "indexer/sources/kind_detection.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

// A database of ours, or a generation of one, among the sources: what was added is not added again.
bool is_database(const fs::path& directory) {
  std::error_code ignored;
  return fs::exists(directory / "warta.lock", ignored) || fs::exists(directory / "iamglass", ignored);
}

}  // namespace

SourceFiles::SourceFiles(std::vector<std::string> sources) : sources_(std::move(sources)) {
  std::reverse(sources_.begin(), sources_.end());
}

Result<std::optional<std::string>> SourceFiles::next() {
  for (;;) {
    std::vector<std::string>& stack = waiting_.empty() ? sources_ : waiting_;
    if (stack.empty()) return std::nullopt;
    std::string path = std::move(stack.back());
    stack.pop_back();
    std::error_code ignored;  // what cannot be examined is reported by whoever opens it
    if (path == "-" || !fs::is_directory(path, ignored)) return path;
    const Result<void> entered = enter(path);
    if (!entered) return tl::unexpected(entered.error());
  }
}

Result<void> SourceFiles::enter(const fs::path& directory) {
  std::error_code error;
  std::vector<std::string> entries;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const bool is_real_directory = entry->is_directory(ignored) && !entry->is_symlink(ignored);
    if (!is_real_directory && !entry->is_regular_file(ignored)) continue;
    if (is_hidden(entry->path()) || (is_real_directory && is_database(entry->path()))) continue;
    if (is_real_directory || has_known_extension(entry->path().string())) entries.push_back(entry->path().string());
  }
  std::sort(entries.begin(), entries.end(), std::greater<>());
  waiting_.insert(waiting_.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  if (error) return failure(ExitCode::io_error, fmt::format("{}: {}", directory.string(), error.message()));
  return {};
}

std::uint64_t total_file_bytes(const std::vector<std::string>& sources) {
  if (std::find(sources.begin(), sources.end(), "-") != sources.end()) return 0;
  SourceFiles files(sources);
  std::uint64_t total = 0;
  for (;;) {
    const Result<std::optional<std::string>> file = files.next();
    if (!file) continue;
    if (!*file) return total;
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(**file, error);
    if (!error) total += bytes;
  }
}

}  // namespace warta::indexer
