// A disk that fails, for tests: loaded with LD_PRELOAD, it lets the calls fail that change files under a directory.
//
//   WARTA_FAIL_UNDER  directory; what is not in it is left alone
//   WARTA_FAIL_AT     the first call that fails, from 1 on; 0 or unset: none, the calls are only counted
//   WARTA_FAIL_ONCE   where set, later calls work again; else all of them fail, as on a full disk
//   WARTA_FAIL_ERRNO  what the calls say: 28 (no space, the default), 5 (input/output error)
//   WARTA_FAIL_COUNT  file to which the number of calls is written at the end
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>

namespace {

std::atomic<long> calls = 0;

long number(const char* name, long otherwise) {
  const char* value = getenv(name);
  return value == nullptr ? otherwise : atol(value);
}

bool is_under(const char* path) {
  const char* directory = getenv("WARTA_FAIL_UNDER");
  if (directory == nullptr || path == nullptr) return false;
  char absolute[PATH_MAX];
  if (path[0] != '/') {
    if (getcwd(absolute, sizeof absolute - 1) == nullptr) return false;
    const size_t length = strlen(absolute);
    snprintf(absolute + length, sizeof absolute - length, "/%s", path);
    path = absolute;
  }
  return strncmp(path, directory, strlen(directory)) == 0;
}

bool is_under(int file) {
  char link[64];
  char target[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, target, sizeof target - 1);
  if (length < 0) return false;
  target[length] = '\0';
  return is_under(target);
}

// True where this call is to fail; errno is set then.
bool fails() {
  const long call = ++calls;
  const long first = number("WARTA_FAIL_AT", 0);
  const bool does_fail = first > 0 && (getenv("WARTA_FAIL_ONCE") != nullptr ? call == first : call >= first);
  if (does_fail) errno = static_cast<int>(number("WARTA_FAIL_ERRNO", ENOSPC));
  return does_fail;
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

__attribute__((destructor)) void write_count() {
  const char* path = getenv("WARTA_FAIL_COUNT");
  std::FILE* file = path == nullptr ? nullptr : fopen(path, "w");
  if (file == nullptr) return;
  fprintf(file, "%ld\n", calls.load());
  fclose(file);
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  return is_under(file) && fails() ? -1 : real(file, bytes, size);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  static auto* const real = next<ssize_t(int, const struct iovec*, int)>("writev");
  return is_under(file) && fails() ? -1 : real(file, parts, count);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  return is_under(file) && fails() ? -1 : real(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  return is_under(file) && fails() ? -1 : real(file, bytes, size, offset);
}

int fsync(int file) {
  static auto* const real = next<int(int)>("fsync");
  return is_under(file) && fails() ? -1 : real(file);
}

int fdatasync(int file) {
  static auto* const real = next<int(int)>("fdatasync");
  return is_under(file) && fails() ? -1 : real(file);
}

int rename(const char* from, const char* to) {
  static auto* const real = next<int(const char*, const char*)>("rename");
  return is_under(to) && fails() ? -1 : real(from, to);
}

int mkdir(const char* path, mode_t mode) {
  static auto* const real = next<int(const char*, mode_t)>("mkdir");
  return is_under(path) && fails() ? -1 : real(path, mode);
}

}  // extern "C"
