#include "database/xapian_errors.h"

#include <string_view>

#include <fmt/format.h>

#include "base/language.h"

namespace warta {
namespace {

struct Meaning {
  std::string_view type;  // Xapian::Error::get_type
  ExitCode code;
  const char* english;
  const char* indonesian;
};

// What Xapian's types of error mean to the person. A type that is not here is an I/O error with Xapian's own words.
constexpr Meaning kMeanings[] = {
    {"DatabaseLockError", ExitCode::locked, "another program is writing to this database",
     "program lain sedang menulis ke basis data ini"},
    {"DatabaseNotFoundError", ExitCode::no_database, "no database here", "tidak ada basis data di sini"},
    {"DatabaseOpeningError", ExitCode::no_database, "this is not a database that can be opened",
     "ini bukan basis data yang dapat dibuka"},
    {"DatabaseVersionError", ExitCode::wrong_version, "made by another version of Xapian",
     "dibuat oleh versi Xapian yang lain"},
    {"DatabaseCorruptError", ExitCode::io_error, "the database is damaged; restore it from a backup",
     "basis data rusak; pulihkan dari cadangan"},
    {"DatabaseModifiedError", ExitCode::changed, "the database changed while it was read; try again",
     "basis data berubah saat dibaca; coba lagi"},
    {"NetworkError", ExitCode::io_error, "this shard does not answer; is its xapian-tcpsrv running?",
     "pecahan basis data ini tidak menjawab; apakah xapian-tcpsrv-nya berjalan?"},
    {"NetworkTimeoutError", ExitCode::io_error, "this shard did not answer in time; --timeout gives it longer",
     "pecahan basis data ini tidak menjawab tepat waktu; --timeout memberinya waktu lebih lama"},
    {"InvalidArgumentError", ExitCode::internal_error, "internal error", "galat internal"},
    {"InvalidOperationError", ExitCode::internal_error, "internal error", "galat internal"},
    {"AssertionError", ExitCode::internal_error, "internal error", "galat internal"},
};

// A remote shard says who it is: "remote:tcp(host:port)".
std::string_view shard_of(const Xapian::Error& error, std::string_view path) {
  const std::string_view context = error.get_context();
  const std::size_t open = context.find('(');
  if (!context.starts_with("remote:") || open == std::string_view::npos || !context.ends_with(')')) return path;
  return context.substr(open + 1, context.size() - open - 2);
}

}  // namespace

Error from_xapian(const Xapian::Error& error, const std::string& path) {
  const std::string detail = error.get_error_string() != nullptr
                                 ? fmt::format("{}: {}", error.get_msg(), error.get_error_string())
                                 : error.get_msg();
  for (const Meaning& meaning : kMeanings) {
    if (meaning.type != error.get_type()) continue;
    return {meaning.code,
            fmt::format("{}: {} ({})", shard_of(error, path), localized(meaning.english, meaning.indonesian), detail)};
  }
  return {ExitCode::io_error, fmt::format("{}: {}", shard_of(error, path), detail)};
}

}  // namespace warta
