#include "base/result.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "base/language.h"

namespace warta {
namespace {

struct Meaning {
  int error_number;
  const char* indonesian;
};

// What people meet with files and disks. What is not here, the system says in English.
constexpr std::array kMeanings = {
    Meaning{EACCES, "izin ditolak"},
    Meaning{EPERM, "tidak diizinkan"},
    Meaning{ENOENT, "tidak ada berkas atau direktori ini"},
    Meaning{EEXIST, "sudah ada"},
    Meaning{ENOTDIR, "bukan direktori"},
    Meaning{EISDIR, "ini direktori"},
    Meaning{ENOTEMPTY, "direktorinya tidak kosong"},
    Meaning{ENOSPC, "ruang cakram habis"},
    Meaning{EDQUOT, "kuota cakram habis"},
    Meaning{EFBIG, "berkas terlalu besar"},
    Meaning{EROFS, "sistem berkas hanya dapat dibaca"},
    Meaning{EIO, "galat baca atau tulis pada cakram"},
    Meaning{EMFILE, "terlalu banyak berkas terbuka"},
    Meaning{ENAMETOOLONG, "namanya terlalu panjang"},
    Meaning{ELOOP, "tautan simbolik melingkar"},
};

}  // namespace

std::string system_message(int error_number) {
  const auto* const row = std::ranges::find(kMeanings, error_number, &Meaning::error_number);
  if (row != kMeanings.end() && language() == Language::indonesian) return row->indonesian;
  return std::generic_category().message(error_number);
}

}  // namespace warta
