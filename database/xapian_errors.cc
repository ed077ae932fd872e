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
    {"DatabaseModifiedError", ExitCode::io_error, "the database changed while it was read; try again",
     "basis data berubah saat dibaca; coba lagi"},
    {"InvalidArgumentError", ExitCode::internal_error, "internal error", "galat internal"},
    {"InvalidOperationError", ExitCode::internal_error, "internal error", "galat internal"},
    {"AssertionError", ExitCode::internal_error, "internal error", "galat internal"},
};

}  // namespace

Error from_xapian(const Xapian::Error& error, const std::string& path) {
  const std::string detail = error.get_error_string() != nullptr
                                 ? fmt::format("{}: {}", error.get_msg(), error.get_error_string())
                                 : error.get_msg();
  for (const Meaning& meaning : kMeanings) {
    if (meaning.type != error.get_type()) continue;
    return {meaning.code, fmt::format("{}: {} ({})", path, localized(meaning.english, meaning.indonesian), detail)};
  }
  return {ExitCode::io_error, fmt::format("{}: {}", path, detail)};
}

}  // namespace warta
