#include "database/database_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <thread>
#include <utility>

#include "base/language.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr auto kMoment = std::chrono::milliseconds(50);

// False where the directory was removed, and perhaps made anew, while the lock was waited for.
bool is_the_file_at(const fs::path& path, int file) {
  struct stat locked = {};
  struct stat present = {};
  return ::fstat(file, &locked) == 0 && ::stat(path.c_str(), &present) == 0 && locked.st_ino == present.st_ino &&
         locked.st_dev == present.st_dev;
}

}  // namespace

LockWait::LockWait(std::chrono::seconds longest, const std::atomic<bool>* stop)
    : end_(std::chrono::steady_clock::now() + longest), stop_(stop) {}

bool LockWait::sleep() {
  const bool is_over = std::chrono::steady_clock::now() >= end_;
  if (is_over || (stop_ != nullptr && *stop_)) return false;
  std::this_thread::sleep_for(kMoment);
  return true;
}

Result<DatabaseLock> DatabaseLock::acquire(const fs::path& database, LockWait wait) {
  const fs::path path = database / kLockName;
  while (true) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return system_failure(path.string(), errno);
    DatabaseLock lock(file);
    bool is_held = ::flock(file, LOCK_EX | LOCK_NB) == 0;
    while (!is_held && errno == EWOULDBLOCK && wait.sleep()) is_held = ::flock(file, LOCK_EX | LOCK_NB) == 0;
    if (is_held && is_the_file_at(path, file)) return lock;
    if (is_held) continue;
    if (errno != EWOULDBLOCK) return system_failure(path.string(), errno);
    return failure(ExitCode::locked,
                   localized_format("{}: another program is writing to this database; try again when it has finished, "
                                    "or let --wait do so",
                                    "{}: program lain sedang menulis ke basis data ini; coba lagi setelah selesai, "
                                    "atau tunggu dengan --wait",
                                    database.string()));
  }
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
