#include "indexer/sources/file_source.h"

#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/language.h"

namespace warta::indexer {
Result<std::unique_ptr<FileSource>> FileSource::open(const std::string& name) {
  if (name == "-") return std::unique_ptr<FileSource>(new FileSource(STDIN_FILENO, name));
  const int descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_failure(name, errno);
  // The kernel reads ahead of us; where it cannot, nothing is lost.
  static_cast<void>(::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL));
  return std::unique_ptr<FileSource>(new FileSource(descriptor, name));
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

Result<std::size_t> FileSource::read(std::span<char> buffer) {
  const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
  if (count >= 0) {
    bytes_read_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
  if (errno != EINTR) return system_failure(name_, errno);
  return failure(ExitCode::interrupted,
                 fmt::format("{}: {}", name_, localized("reading was interrupted", "pembacaan terputus")));
}

}  // namespace warta::indexer
