#include "base/command_line/parameter.h"

#include <gtest/gtest.h>

#include "base/language.h"

namespace warta {
namespace {

TEST(Parameter, ReadsWholeNumbersWithinBounds) {
  struct Row {
    const char* given;
    std::optional<unsigned> number;
  };
  const Row rows[] = {
      {"1", 1},
      {"10", 10},
      {"010", 10},
      {"0", std::nullopt},
      {"11", std::nullopt},
      {"", std::nullopt},
      {" 3", std::nullopt},
      {"3 ", std::nullopt},
      {"-3", std::nullopt},
      {"+3", std::nullopt},
      {"0x3", std::nullopt},
      {"3.0", std::nullopt},
      {"99999999999999999999", std::nullopt},
  };
  for (const Row& row : rows) {
    unsigned field = 7;
    const Parameter parameter = option("--limit", "N", field, {1, 10}, "");
    const auto read = parameter.read(row.given);
    EXPECT_EQ(read.has_value(), row.number.has_value()) << row.given;
    EXPECT_EQ(field, row.number.value_or(7)) << row.given;
    EXPECT_TRUE(read || read.error().code == ExitCode::usage) << row.given;
  }
}

TEST(Parameter, ReadsFractions) {
  struct Row {
    const char* given;
    std::optional<double> number;
  };
  const Row rows[] = {
      {"0.5", 0.5},
      {"1", 1},
      {"1e-1", 0.1},
      {"0.05", std::nullopt},
      {"1.1", std::nullopt},
      {"nan", std::nullopt},
      {"inf", std::nullopt},
      {"0,5", std::nullopt},
      {"1e999", std::nullopt},
      {"setengah", std::nullopt},
  };
  for (const Row& row : rows) {
    double field = 7;
    EXPECT_EQ(option("--delay", "SECONDS", field, {0.1, 1}, "").read(row.given).has_value(), row.number.has_value())
        << row.given;
    EXPECT_EQ(field, row.number.value_or(7)) << row.given;
  }
}

TEST(Parameter, ReadsTimes) {
  struct Row {
    const char* given;
    std::optional<std::int64_t> seconds;
  };
  const Row rows[] = {
      {"90", 90},
      {"90s", 90},
      {"2m", 120},
      {"12h", 43200},
      {"7d", 604800},
      {"7D", 604800},
      {"7 d", 604800},
      {"0", 0},
      {"", std::nullopt},
      {"d", std::nullopt},
      {"-1d", std::nullopt},
      {"7w", std::nullopt},
      {"1h30m", std::nullopt},
      {"9223372036854775807d", std::nullopt},
  };
  for (const Row& row : rows) {
    std::optional<std::int64_t> field;
    EXPECT_EQ(duration("--keep-for", field, "").read(row.given).has_value(), row.seconds.has_value()) << row.given;
    EXPECT_EQ(field, row.seconds) << row.given;
  }
}

TEST(Parameter, ChoicesAreInEitherCase) {
  int zone = 420;
  const Parameter parameter = choice("--zone", zone, Choices<int>{{"WIB", 420}, {"WITA", 480}}, "");
  EXPECT_EQ(parameter.value, "WIB|WITA");
  EXPECT_EQ(parameter.initial, "WIB");
  EXPECT_TRUE(parameter.read("wita"));
  EXPECT_EQ(zone, 480);
  EXPECT_FALSE(parameter.read("WIT"));
  EXPECT_FALSE(parameter.read("1"));
  EXPECT_EQ(zone, 480);
}

// A default that may not be given is none that one should be told.
TEST(Parameter, ShowsDefaultsThatCouldBeGiven) {
  unsigned limit = 10;
  unsigned snippet = 0;
  std::string stemmer;
  std::string output = "-";
  EXPECT_EQ(option("--output", "FILE", output, "").initial, "-");
  EXPECT_EQ(option("--limit", "N", limit, {1, 10}, "").initial, "10");
  EXPECT_EQ(option("--snippet", "N", snippet, {40, 5000}, "").initial, "");
  EXPECT_EQ(choice("--stemmer", stemmer, Choices<std::string>{{"lexicon", "lexicon"}}, "").initial, "");
}

TEST(Parameter, ArgumentsAreRequiredUnlessTheyAreOptional) {
  std::string database;
  std::vector<std::string> words;
  EXPECT_TRUE(argument("DB", database, "").is_required);
  EXPECT_TRUE(argument("DB", database, "").is_argument());
  EXPECT_FALSE(argument("WORD", words, "").optional().is_required);
  EXPECT_TRUE(argument("WORD", words, "").is_repeated);
  EXPECT_FALSE(option("--tag", "NAME", words, "").is_required);
}

}  // namespace
}  // namespace warta
