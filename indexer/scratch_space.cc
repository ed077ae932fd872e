#include "indexer/scratch_space.h"

#include <stdlib.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "database/generation.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOutsidePrefix = "warta-scratch-";

}  // namespace

ScratchSpace::ScratchSpace(fs::path path, fs::path link) : path_(std::move(path)), link_(std::move(link)) {}

ScratchSpace::ScratchSpace(ScratchSpace&& other) noexcept
    : path_(std::exchange(other.path_, {})), link_(std::exchange(other.link_, {})) {}

ScratchSpace& ScratchSpace::operator=(ScratchSpace&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(link_, other.link_);
  return *this;
}

ScratchSpace::~ScratchSpace() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
  if (!link_.empty()) fs::remove(link_, ignored);
}

Result<ScratchSpace> ScratchSpace::create(const fs::path& database, const fs::path& parent) {
  const fs::path inside = scratch_directory(database);
  std::error_code error;
  if (parent.empty()) {
    fs::create_directory(inside, error);
    if (error) return system_failure(inside.string(), error.value());
    return ScratchSpace(inside, {});
  }
  std::string pattern = (fs::absolute(parent) / fmt::format("{}XXXXXX", kOutsidePrefix)).string();
  if (::mkdtemp(pattern.data()) == nullptr) return system_failure(parent.string(), errno);
  ScratchSpace space(pattern, inside);
  fs::create_directory_symlink(pattern, inside, error);
  if (error) return system_failure(inside.string(), error.value());
  return space;
}

void remove_leftover_scratch(const fs::path& database) {
  std::error_code error;
  for (fs::directory_iterator entry(database, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const fs::path target = fs::read_symlink(entry->path(), ignored);
    if (target.filename().string().starts_with(kOutsidePrefix)) fs::remove_all(target, ignored);
  }
}

}  // namespace warta::indexer
