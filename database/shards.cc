#include "database/shards.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "base/text_parts.h"
#include "database/generation.h"
#include "database/xapian_errors.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

// Stub files may name stub files: a list of databases, each with its pointer. More than this is a circle.
constexpr int kDeepestStub = 8;

std::optional<ShardAddress> remote_address(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  ShardAddress address{std::string(name), std::string(name.substr(0, colon)), 0};
  const std::string_view digits = name.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
  const bool is_port = error == std::errc() && end == digits.data() + digits.size();
  if (!is_port || address.port == 0 || address.port > 65535) return std::nullopt;
  if (address.host.find('/') != std::string::npos) return std::nullopt;
  if (address.host.starts_with('[') && address.host.ends_with(']')) {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  return address;
}

tl::unexpected<Error> unreadable_line(const fs::path& stub, unsigned line) {
  return failure(ExitCode::usage,
                 localized_format("{}:{}: write a database a line, as auto PATH or remote HOST:PORT",
                                  "{}:{}: tulis satu basis data per baris, sebagai auto PATH atau remote HOST:PORT",
                                  stub.string(), line));
}

class ShardFinder {
 public:
  Result<void> find(const fs::path& path, int depth) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      if (error) return system_failure(path.string(), error.value());
      return failure(ExitCode::no_database, localized_format("{} does not exist; make it with: warta-indexer add {} "
                                                             "SOURCE",
                                                             "{} tidak ada; buat dengan: warta-indexer add {} SUMBER",
                                                             path.string(), path.string()));
    }
    const fs::path pointer = pointer_file(path);
    if (fs::is_regular_file(pointer, error)) return read_stub(pointer, depth);
    if (error.value() == EACCES) return system_failure(path.string(), EACCES);
    if (fs::is_regular_file(path, error)) return read_stub(path, depth);
    if (!stranded_generations(path).empty()) return tl::unexpected(current_generation(path).error());
    found_.push_back({path.string(), {}, 0});
    return {};
  }

  std::vector<ShardAddress> take() && { return std::move(found_); }

 private:
  Result<void> read_stub(const fs::path& stub, int depth) {
    if (depth == kDeepestStub) {
      return failure(ExitCode::usage, localized_format("{}: the stub files lead in a circle",
                                                       "{}: berkas-berkas stub saling menunjuk", stub.string()));
    }
    std::ifstream file(stub);
    if (!file) return system_failure(stub.string(), errno);
    const std::size_t before = found_.size();
    unsigned number = 0;
    for (std::string text; std::getline(file, text);) {
      ++number;
      const std::string_view line = trimmed_ascii(text);
      if (line.empty() || line.starts_with('#')) continue;
      if (auto read = read_line(stub, number, line, depth); !read) return read;
    }
    if (found_.size() == before) return unreadable_line(stub, number);
    return {};
  }

  Result<void> read_line(const fs::path& stub, unsigned number, std::string_view line, int depth) {
    const std::string_view kind = next_part(line, ' ');
    const std::string_view name = trimmed_ascii(line);
    if (kind == "remote") {
      std::optional<ShardAddress> address = remote_address(name);
      if (!address) return unreadable_line(stub, number);
      found_.push_back(std::move(*address));
      return {};
    }
    if ((kind != "auto" && kind != "glass") || name.empty()) return unreadable_line(stub, number);
    return find(stub.parent_path() / name, depth + 1);
  }

  std::vector<ShardAddress> found_;
};

}  // namespace

Result<std::vector<ShardAddress>> find_shards(const std::string& name) {
  std::error_code ignored;
  if (!fs::exists(name, ignored)) {
    if (std::optional<ShardAddress> remote = remote_address(name)) return std::vector{std::move(*remote)};
  }
  ShardFinder finder;
  if (auto found = finder.find(name, 0); !found) return tl::unexpected(found.error());
  return std::move(finder).take();
}

Result<Xapian::Database> open_shard(const ShardAddress& address, std::chrono::milliseconds timeout) {
  return guard_xapian(address.name, [&] {
    if (address.host.empty()) return Xapian::Database(address.name);
    const auto milliseconds = static_cast<unsigned>(timeout.count());
    return Xapian::Remote::open(address.host, address.port, milliseconds, milliseconds);
  });
}

}  // namespace warta
