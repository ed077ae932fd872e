#include "database/civil_time.h"

#include <gtest/gtest.h>

#include "base/language.h"

namespace warta {
namespace {

TEST(CivilDate, ConvertsToDaysAndBack) {
  struct Row {
    CivilDate date;
    std::int64_t days;
  };
  const Row rows[] = {
      {{1970, 1, 1}, 0},      {{1969, 12, 31}, -1}, {{2000, 2, 29}, 11016},    {{2024, 5, 12}, 19855},
      {{1945, 8, 17}, -8903}, {{1, 1, 1}, -719162}, {{9999, 12, 31}, 2932896},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(days_from_civil(row.date), row.days) << row.date.year;
    EXPECT_EQ(civil_from_days(row.days), row.date) << row.days;
  }
}

TEST(CivilDate, KnowsWhichDaysExist) {
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
  EXPECT_FALSE(is_valid({1900, 2, 29}));
  EXPECT_FALSE(is_valid({2024, 4, 31}));
  EXPECT_FALSE(is_valid({2024, 0, 1}));
  EXPECT_FALSE(is_valid({2024, 13, 1}));
  EXPECT_FALSE(is_valid({2024, 1, 0}));
  EXPECT_FALSE(is_valid({0, 1, 1}));
  EXPECT_FALSE(is_valid({10000, 1, 1}));
  EXPECT_FALSE(is_valid({2024, -1, -1}));
}

TEST(MonthFromName, ReadsIndonesianAndEnglishInAnyCase) {
  struct Row {
    const char* name;
    int month;
  };
  const Row rows[] = {
      {"Januari", 1},   {"jan", 1},      {"FEBRUARI", 2}, {"Pebruari", 2}, {"Maret", 3},     {"March", 3},
      {"apr", 4},       {"Mei", 5},      {"May", 5},      {"Juni", 6},     {"June", 6},      {"Juli", 7},
      {"july", 7},      {"agustus", 8},  {"Agt", 8},      {"Agu", 8},      {"Aug", 8},       {"Sept.", 9},
      {"Okt", 10},      {"october", 10}, {"Nop", 11},     {"Nov", 11},     {"Nopember", 11}, {"Des", 12},
      {"December", 12}, {"Ma", 0},       {"", 0},         {"Senin", 0},    {"Maretan", 0},   {"J", 0},
      {"Juniari", 0},
  };
  for (const Row& row : rows) EXPECT_EQ(month_from_name(row.name), row.month) << row.name;
}

TEST(ToIso8601, WritesWhatIsKnown) {
  EXPECT_EQ(to_iso8601({1715499000, kWibOffsetMinutes, true}), "2024-05-12T14:30:00+07:00");
  EXPECT_EQ(to_iso8601({1715499000, 0, true}), "2024-05-12T07:30:00+00:00");
  EXPECT_EQ(to_iso8601({1715499000, -210, true}), "2024-05-12T04:00:00-03:30");
  EXPECT_EQ(to_iso8601({1715446800, kWibOffsetMinutes, false}), "2024-05-12");
  EXPECT_EQ(to_iso8601({1715439600, kWitOffsetMinutes, false}), "2024-05-12+09:00");
  EXPECT_EQ(to_iso8601({-1, 0, true}), "1969-12-31T23:59:59+00:00");
}

TEST(ToDisplay, SpeaksThePersonsLanguageAndZone) {
  const Timestamp moment{1715499000, kWibOffsetMinutes, true};
  const Timestamp day{1715446800, kWibOffsetMinutes, false};
  set_language(Language::indonesian);
  EXPECT_EQ(to_display(moment), "12 Mei 2024, 14.30 WIB");
  EXPECT_EQ(to_display(day), "12 Mei 2024");
  set_language(Language::english);
  EXPECT_EQ(to_display(moment), "12 May 2024, 14:30 WIB");
  EXPECT_EQ(to_display(moment, kWitOffsetMinutes), "12 May 2024, 16:30 WIT");
  EXPECT_EQ(to_display(moment, 330), "12 May 2024, 13:00 UTC+05:30");
  EXPECT_EQ(to_display(day, 0), "12 May 2024") << "a day stays the same day in another zone";
}

}  // namespace
}  // namespace warta
