#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text_parts.h"
#include "tests/unit/command_line/sample_program.h"

namespace warta {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Optional;

// As a shell would split it: at single spaces.
Result<ParsedLine> parse_words(const CommandLine& program, std::string_view line) {
  std::vector<std::string> words = {program.name};
  while (!line.empty()) words.emplace_back(next_part(line, ' '));
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  return parse(program, static_cast<int>(argv.size()), argv.data());
}

struct English : testing::Test {
  void SetUp() override { set_language(Language::english); }
  void TearDown() override { set_language(Language::english); }
};
using Parse = English;

TEST_F(Parse, FillsTheFields) {
  SampleFields fields;
  const auto line = parse_words(
      sample_program(fields),
      "toko.db -n 5 beras --bytes=7 --share 0.25 --keep 0 --for 2h --tag a --tag b gula -c GREEN -q --no-rank -- -x");
  ASSERT_TRUE(line) << line.error().message;
  EXPECT_EQ(line->command, "");
  EXPECT_FALSE(line->text);
  EXPECT_EQ(fields.database, "toko.db");
  EXPECT_THAT(fields.words, ElementsAre("beras", "gula", "-x"));
  EXPECT_EQ(fields.limit, 5U);
  EXPECT_EQ(fields.bytes, 7U);
  EXPECT_EQ(fields.share, 0.25);
  EXPECT_THAT(fields.keep, Optional(0U));
  EXPECT_THAT(fields.seconds, Optional(7200));
  EXPECT_THAT(fields.tags, ElementsAre("a", "b"));
  EXPECT_EQ(fields.colour, Colour::green);
  EXPECT_TRUE(fields.is_quiet);
  EXPECT_FALSE(fields.ranks);
}

TEST_F(Parse, LeavesWhatIsNotGiven) {
  SampleFields fields;
  ASSERT_TRUE(parse_words(sample_program(fields), "toko.db"));
  EXPECT_EQ(fields.limit, 10U);
  EXPECT_THAT(fields.words, IsEmpty());
  EXPECT_EQ(fields.keep, std::nullopt);
  EXPECT_FALSE(fields.is_quiet);
  EXPECT_TRUE(fields.ranks);
}

TEST_F(Parse, TellsTheCommand) {
  SampleFields fields;
  const auto line = parse_words(sample_program(fields), "tutup -n3 toko.db");
  ASSERT_TRUE(line) << line.error().message;
  EXPECT_EQ(line->command, "tutup");
  EXPECT_EQ(fields.limit, 3U);
  EXPECT_EQ(fields.database, "toko.db");
}

TEST_F(Parse, SaysWhatIsWrongAndWhereToReadOn) {
  struct Row {
    const char* line;
    const char* english;
    const char* indonesian;
  };
  const Row rows[] = {
      {"tutup", "missing: DB; `toko tutup --help` says what it takes",
       "belum ada: DB; `toko tutup --help` menyebutkan pilihannya"},
      {"db -n 0", "--limit: 0 is no number from 1 to 100; ", "--limit: 0 bukan bilangan dari 1 sampai 100; "},
      {"db -n banyak", "--limit: banyak is no number from 1 to 100; ",
       "--limit: banyak bukan bilangan dari 1 sampai 100; "},
      {"db --colour blue", "--colour: blue is none of red, green; ",
       "--colour: blue bukan salah satu dari red, green; "},
      {"db --for selamanya", "--for: selamanya is no time like 90s, 30m, 12h or 7d; ",
       "--for: selamanya bukan waktu seperti 90s, 30m, 12h atau 7d; "},
      {"db -n", "--limit: its value is missing; ", "--limit: nilainya belum ada; "},
      {"db -n 1 -n 2", "--limit is given more than once; ", "--limit diberikan lebih dari sekali; "},
      {"db --tidak-ada", "unknown: --tidak-ada; words that begin with - go behind --; ",
       "tidak dikenal: --tidak-ada; kata yang diawali - ditulis setelah --; "},
      {"tutup db lagi", "unknown: lagi; ", "tidak dikenal: lagi; "},
      {"db --quiet=yes", "--quiet takes no value; ", "--quiet tidak menerima nilai; "},
      {"db --quiet=true", "--quiet takes no value; ", "--quiet tidak menerima nilai; "},
      {"db -q=yes", "-q takes no value; ", "-q tidak menerima nilai; "},
      {"db -q=", "-q takes no value; ", "-q tidak menerima nilai; "},
      {"db -n3 --tag -q=yes -qq=yes", "-q takes no value; ", "-q tidak menerima nilai; "},
      {"db -x=yes", "unknown: -x=yes; ", "tidak dikenal: -x=yes; "},
      {"db --no-rank=false", "--no-rank takes no value; ", "--no-rank tidak menerima nilai; "},
      {"--help=all", "--help takes no value; ", "--help tidak menerima nilai; "},
      {"--version=2", "--version takes no value; ", "--version tidak menerima nilai; "},
      {"tutup --help=all", "--help takes no value; `toko tutup", "--help tidak menerima nilai; `toko tutup"},
      {"tutup  -n 3", "DB: is empty; `toko tutup", "DB: kosong; `toko tutup"},
  };
  for (const Row& row : rows) {
    for (const Language spoken : {Language::english, Language::indonesian}) {
      set_language(spoken);
      SampleFields fields;
      const auto line = parse_words(sample_program(fields), row.line);
      ASSERT_FALSE(line) << row.line;
      EXPECT_EQ(line.error().code, ExitCode::usage) << row.line;
      EXPECT_THAT(line.error().message, testing::StartsWith(localized(row.english, row.indonesian))) << row.line;
    }
  }
}

TEST_F(Parse, AsksForTheCommandThatIsNeeded) {
  SampleFields fields;
  CommandLine program = sample_program(fields);
  program.parameters.clear();
  program.needs_command = true;
  EXPECT_THAT(parse_words(program, "").error().message, HasSubstr("no command is given"));
  EXPECT_THAT(parse_words(program, "tutupp").error().message, HasSubstr("unknown: tutupp"));
  EXPECT_THAT(parse_words(program, "tutupp db").error().message, HasSubstr("unknown: tutupp db"));
}

TEST_F(Parse, SaysThatTheCommandComesFirst) {
  SampleFields fields;
  CommandLine program = sample_program(fields);
  program.parameters.clear();
  program.needs_command = true;
  const auto line = parse_words(program, "toko.db tutup -n 3");
  EXPECT_EQ(line.error().code, ExitCode::usage);
  EXPECT_EQ(line.error().message,
            "toko.db: the command comes first, as in: toko tutup toko.db; `toko tutup --help` says what it takes");
}

TEST_F(Parse, GivesTextsInPlaceOfRunning) {
  struct Row {
    const char* line;
    const char* text;
  };
  const Row rows[] = {
      {"--version", "toko 1.0\n"},
      {"--help", "Keeps a shop\nUsage: toko [OPTIONS] [DB] [WORD...]"},
      {"tutup --help", "Close the shop\nUsage: toko tutup [OPTIONS] DB\n"},
      {"-h", "Keeps a shop\n"},
      {"--generate bash", "complete -o filenames -F _toko toko"},
      {"--generate zsh", "'(-c --colour)--colour=[of the things]:value:(red green)'"},
      {"--generate fish", "complete -c toko -n '__fish_seen_subcommand_from tutup' -s n -l limit -x -d 'things shown'"},
      {"--generate synopsis", ".Cm tutup\n.Op Ar options\n.Ar DB\n"},
  };
  for (const Row& row : rows) {
    SampleFields fields;
    const auto line = parse_words(sample_program(fields), row.line);
    ASSERT_TRUE(line) << row.line << line.error().message;
    ASSERT_TRUE(line->text) << row.line;
    EXPECT_THAT(*line->text, HasSubstr(row.text)) << row.line;
  }
}

}  // namespace
}  // namespace warta
