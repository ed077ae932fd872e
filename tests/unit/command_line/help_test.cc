#include "base/command_line/help.h"

#include <gtest/gtest.h>

#include "tests/unit/command_line/sample_program.h"

namespace warta {
namespace {

std::string help_in(Language spoken) {
  set_language(spoken);
  SampleFields fields;
  std::string text = help_text("toko", sample_program(fields));
  set_language(Language::english);
  return text;
}

TEST(Help, NamesArgumentsOptionsAndCommands) {
  EXPECT_EQ(help_in(Language::english), R"(Keeps a shop
Usage: toko [OPTIONS] [DB] [WORD...] | COMMAND ...

Arguments:
  DB                        the shop
  WORD                      what to buy

Options:
  -h, --help                show this help
      --version             show the version
  -n, --limit N             things shown, from 1 to 100 [10]
      --bytes BYTES         size, from 1 to 1048576
      --share SHARE         a part of one, from 0 to 1 [0.5]
      --keep N              kept, from 0 to 9
      --for TIME            for so long
      --tag NAME            with this tag; may be repeated
  -c, --colour red|green    of the things [red]
  -q, --quiet               say nothing
      --no-rank             in no order

Commands:
  tutup                     Close the shop
  buka                      Open the shop
)");
}

TEST(Help, SpeaksIndonesian) {
  EXPECT_EQ(help_in(Language::indonesian), R"(Menjaga toko
Pemakaian: toko [OPSI] [DB] [WORD...] | PERINTAH ...

Argumen:
  DB                        tokonya
  WORD                      yang dibeli

Opsi:
  -h, --help                tampilkan bantuan ini
      --version             tampilkan versi
  -n, --limit N             banyaknya barang, dari 1 sampai 100 [10]
      --bytes BYTES         ukuran, dari 1 sampai 1048576
      --share SHARE         bagian dari satu, dari 0 sampai 1 [0.5]
      --keep N              disimpan, dari 0 sampai 9
      --for TIME            selama ini
      --tag NAME            dengan label ini; boleh diulang
  -c, --colour red|green    warna barang [red]
  -q, --quiet               diam saja
      --no-rank             tanpa urutan

Perintah:
  tutup                     Tutup toko
  buka                      Buka toko
)");
}

TEST(Help, BreaksLongLines) {
  bool field = false;
  CommandLine line{.name = "toko", .help = "Keeps a shop"};
  line.add({flag("--a-flag-with-a-name-too-long", field,
                 "an explanation that is longer than what is left of a line of eighty columns")});
  EXPECT_EQ(help_text("toko", line), R"(Keeps a shop
Usage: toko [OPTIONS]

Options:
  -h, --help                show this help
      --a-flag-with-a-name-too-long
                            an explanation that is longer than what is left of a
                            line of eighty columns
)");
}

}  // namespace
}  // namespace warta
