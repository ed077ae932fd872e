// A program with an option of each kind, for the tests of what is read and written of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/command_line/command_line.h"
#include "base/language.h"

namespace warta {

enum class Colour { red, green };

struct SampleFields {
  std::string database;
  std::vector<std::string> words;
  std::vector<std::string> tags;
  unsigned limit = 10;
  std::uint64_t bytes = 0;
  double share = 0.5;
  std::optional<unsigned> keep;
  std::optional<std::int64_t> seconds;
  Colour colour = Colour::red;
  bool is_quiet = false;
  bool ranks = true;
};

// `toko [DB] [WORD...]` has all of it; `toko tutup DB` and `toko buka` are commands.
inline CommandLine sample_program(SampleFields& fields) {
  CommandLine program{.name = "toko", .help = localized("Keeps a shop", "Menjaga toko")};
  program.version = "toko 1.0";
  program.hint = localized("words that begin with - go behind --", "kata yang diawali - ditulis setelah --");
  program.add({
      argument("DB", fields.database, localized("the shop", "tokonya")).optional(),
      argument("WORD", fields.words, localized("what to buy", "yang dibeli")).optional(),
      option("-n,--limit", "N", fields.limit, {1, 100}, localized("things shown", "banyaknya barang")),
      option("--bytes", "BYTES", fields.bytes, {1, 1 << 20}, localized("size", "ukuran")),
      option("--share", "SHARE", fields.share, {0, 1}, localized("a part of one", "bagian dari satu")),
      option("--keep", "N", fields.keep, {0, 9}, localized("kept", "disimpan")),
      duration("--for", fields.seconds, localized("for so long", "selama ini")),
      option("--tag", "NAME", fields.tags,
             localized("with this tag; may be repeated", "dengan label ini; boleh diulang"))
          .explained("Any of them will do. `--tag -` is none."),
      choice("-c,--colour", fields.colour, Choices<Colour>{{"red", Colour::red}, {"green", Colour::green}},
             localized("of the things", "warna barang")),
      flag("-q,--quiet", fields.is_quiet, localized("say nothing", "diam saja")),
      flag("--no-rank", fields.ranks, localized("in no order", "tanpa urutan"), false),
  });
  CommandLine close{.name = "tutup",
                    .help = localized("Close the shop", "Tutup toko"),
                    .detail = "Waits for \\ and - first. See `--wait`."};
  close.add({argument("DB", fields.database, localized("the shop", "tokonya")).filled(),
             option("-n,--limit", "N", fields.limit, {1, 100}, localized("things shown", "banyaknya barang"))});
  CommandLine open{.name = "buka", .help = localized("Open the shop", "Buka toko")};
  open.add({option("-n,--limit", "N", fields.limit, {1, 100}, localized("things shown", "banyaknya barang")),
            flag("--wide", fields.is_quiet, localized("both doors", "kedua pintu"))});
  program.commands = {close, open};
  return program;
}

}  // namespace warta
