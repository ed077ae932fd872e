#include "searcher/query/day_range.h"

#include <string>

#include <gtest/gtest.h>

#include "base/language.h"

namespace warta::searcher {
namespace {

constexpr CivilDate kToday{2024, 5, 15};  // a Wednesday

std::string range_of(const std::string& text) {
  const tl::expected<DayRange, DayRangeError> days = parse_day_range(text, kToday);
  return days ? to_string(*days) : "error: " + days.error().message;
}

struct Case {
  const char* text;
  const char* range;
};

TEST(DayRange, ReadsDatesAsPeopleWriteThem) {
  const Case cases[] = {
      {"2024", "2024-01-01..2024-12-31"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"02/2023", "2023-02-01..2023-02-28"},
      {"2024-05-12", "2024-05-12"},
      {"2024/5/2", "2024-05-02"},
      {"12/05/2024", "2024-05-12"},
      {"12-5-24", "2024-05-12"},
      {"12.05.2024", "2024-05-12"},
      {"Mei2024", "2024-05-01..2024-05-31"},
      {"Mei 2024", "2024-05-01..2024-05-31"},
      {"agustus-2023", "2023-08-01..2023-08-31"},
      {"12 Mei 2024", "2024-05-12"},
      {"12Mei2024", "2024-05-12"},
      {"2024 Mei", "2024-05-01..2024-05-31"},
      {"2024 Mei 12", "2024-05-12"},
      {"sekarang", "2024-05-15"},
      {"12 August 2023", "2023-08-12"},
      {"hari-ini", "2024-05-15"},
      {"hari ini", "2024-05-15"},
      {"today", "2024-05-15"},
      {"kemarin", "2024-05-14"},
      {"yesterday", "2024-05-14"},
      {"minggu-ini", "2024-05-13..2024-05-19"},
      {"minggu lalu", "2024-05-06..2024-05-12"},
      {"pekan_lalu", "2024-05-06..2024-05-12"},
      {"last week", "2024-05-06..2024-05-12"},
      {"bulan ini", "2024-05-01..2024-05-31"},
      {"bulan lalu", "2024-04-01..2024-04-30"},
      {"tahun lalu", "2023-01-01..2023-12-31"},
      {"7 hari terakhir", "2024-05-09..2024-05-15"},
      {"7-hari-terakhir", "2024-05-09..2024-05-15"},
      {"last 7 days", "2024-05-09..2024-05-15"},
      {"2 minggu terakhir", "2024-05-02..2024-05-15"},
      {"3 bulan terakhir", "2024-02-16..2024-05-15"},
      {"1 tahun terakhir", "2023-05-16..2024-05-15"},
      {"May 2024", "2024-05-01..2024-05-31"},
      {"May 12, 2024", "2024-05-12"},
      {"12/05/2024", "2024-05-12"},
      {"seminggu terakhir", "2024-05-09..2024-05-15"},
      {"sebulan terakhir", "2024-04-16..2024-05-15"},
      {"dua minggu terakhir", "2024-05-02..2024-05-15"},
      {"tiga hari belakangan ini", "2024-05-13..2024-05-15"},
      {"the last two weeks", "2024-05-02..2024-05-15"},
      {"past year", "2023-05-16..2024-05-15"},
      {"3 hari lalu", "2024-05-12"},
      {"3 hari yang lalu", "2024-05-12"},
      {"three days ago", "2024-05-12"},
      {"2 bulan lalu", "2024-03-01..2024-03-31"},
      {"seminggu lalu", "2024-05-06..2024-05-12"},
      {"minggu kemarin", "2024-05-06..2024-05-12"},
      {"last month", "2024-04-01..2024-04-30"},
      {"this year", "2024-01-01..2024-12-31"},
      {"9999 bulan terakhir", "1191-02-16..2024-05-15"},
  };
  for (const Case& row : cases) EXPECT_EQ(range_of(row.text), row.range) << row.text;
}

TEST(DayRange, ReadsRangesWithOpenEnds) {
  const Case cases[] = {
      {"2024-01-01..2024-03-31", "2024-01-01..2024-03-31"},
      {"2024-01..2024-03", "2024-01-01..2024-03-31"},
      {"Januari2024..Maret2024", "2024-01-01..2024-03-31"},
      {"2024-05..", "2024-05-01.."},
      {"..2023", "..2023-12-31"},
      {"2024-05-12..2024-05-12", "2024-05-12"},
      {"1 Mei 2024 .. kemarin", "2024-05-01..2024-05-14"},
      {"1 Mei 2024 sampai 3 Juni 2024", "2024-05-01..2024-06-03"},
      {"dari Januari 2024 hingga Maret 2024", "2024-01-01..2024-03-31"},
      {"12/05/2024 s.d. 14/05/2024", "2024-05-12..2024-05-14"},
      {"12/05/2024 sd 14/05/2024", "2024-05-12..2024-05-14"},
      {"12 Mei 2024 - 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"2024-05-12 - 2024-05-15", "2024-05-12..2024-05-15"},
      {"2023 -2024", "2023-01-01..2024-12-31"},
      {"2023- 2024", "2023-01-01..2024-12-31"},
      {"2023 \xE2\x80\x93 2024", "2023-01-01..2024-12-31"},
      {"2023\xE2\x80\x93"
       "2024",
       "2023-01-01..2024-12-31"},
      {"Mei 2023 \xE2\x80\x94 Juni 2023", "2023-05-01..2023-06-30"},
      {"1 Mei 2024 sampai sekarang", "2024-05-01..2024-05-15"},
      {"sejak 2023", "2023-01-01.."},
      {"since May 2023", "2023-05-01.."},
      {"Sampai kemarin", "..2024-05-14"},
  };
  for (const Case& row : cases) EXPECT_EQ(range_of(row.text), row.range) << row.text;
}

// What both ends share stands only once in news: at the last one, and in English the month at the first one.
TEST(DayRange, CompletesAnEndFromTheOther) {
  const Case cases[] = {
      {"12-15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 - 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12\u201315 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 s.d. 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 s.d 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 s/d 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 hingga 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"dari 12 sampai 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"12 .. 15 Mei 2024", "2024-05-12..2024-05-15"},
      {"30 April - 2 Mei 2024", "2024-04-30..2024-05-02"},
      {"30 April-2 Mei 2024", "2024-04-30..2024-05-02"},
      {"30 April 2024-2 Mei 2024", "2024-04-30..2024-05-02"},
      {"Mei - Juni 2024", "2024-05-01..2024-06-30"},
      {"Mei-Juni 2024", "2024-05-01..2024-06-30"},
      {"Mei hingga Juni 2024", "2024-05-01..2024-06-30"},
      {"2023-2024", "2023-01-01..2024-12-31"},
      {"May 12 - 15, 2024", "2024-05-12..2024-05-15"},
      {"May 12-15, 2024", "2024-05-12..2024-05-15"},
      {"from April 30 to May 2, 2024", "2024-04-30..2024-05-02"},
      {"12 - 15/05/2024", "2024-05-12..2024-05-15"},
      {"minggu lalu - 3 Juni 2024", "2024-05-06..2024-06-03"},
      {"12-35 Mei 2024", "error: the date 35 Mei 2024 does not exist: that month has 31 days"},
      {"31 - 30 April 2024", "error: the date 31 April 2024 does not exist: that month has 30 days"},
      {"15-12 Mei 2024", "error: the range ends before it begins; write 12 Mei 2024..15 Mei 2024"},
  };
  for (const Case& row : cases) EXPECT_EQ(range_of(row.text), row.range) << row.text;
}

TEST(DayRange, RefusesWhatDoesNotExist) {
  const Case cases[] = {
      {"2024-02-30", "error: the date 2024-02-30 does not exist: that month has 29 days"},
      {"31/04/2024", "error: the date 31/04/2024 does not exist: that month has 30 days"},
      {"30 Februari 2023", "error: the date 30 Februari 2023 does not exist: that month has 28 days"},
      {"31/02/2024", "error: the date 31/02/2024 does not exist: that month has 29 days"},
      {"2024-13", "error: the date 2024-13 does not exist: a year has 12 months"},
      {"2024-13-45", "error: the date 2024-13-45 does not exist: a year has 12 months"},
      {"2024-05-00", "error: the date 2024-05-00 does not exist: that month has 31 days"},
      {"9999 tahun lalu", "error: the date 9999 tahun lalu does not exist: that is before the year 1"},
      {"9999 tahun terakhir", "error: the date 9999 tahun terakhir does not exist: that is before the year 1"},
      {"2024 - 2023", "error: the range ends before it begins; write 2023..2024"},
      {"2024..2023", "error: the range ends before it begins; write 2023..2024"},
  };
  for (const Case& row : cases) EXPECT_EQ(range_of(row.text), row.range) << row.text;
}

TEST(DayRange, SaysWhatItCannotRead) {
  for (const char* text : {"",
                           "..",
                           "kapan",
                           "12",
                           "0 hari terakhir",
                           "99999-01-01",
                           "Mei",
                           "12 Mei",
                           "2024-05-12x",
                           "2024 -",
                           "- 2024",
                           "2024 \xE2\x80\x93",
                           "hari",
                           "lalu",
                           "7 hari ini",
                           "\xFF",
                           "1..2..3",
                           "2024 5",
                           "12 05 2024",
                           "sejak",
                           "12 - 15 Mei",
                           "2023/2024",
                           "12-15-18 Mei 2024",
                           "dua tiga hari lalu",
                           "7 7 hari lalu",
                           "sebulan bulan lalu"}) {
    const tl::expected<DayRange, DayRangeError> days = parse_day_range(text, kToday);
    ASSERT_FALSE(days) << text;
    EXPECT_TRUE(days.error().is_unreadable) << text;
  }
}

TEST(DayRange, BeginsAndEndsInTheReadersZone) {
  const DayRange day{CivilDate{1970, 1, 2}, CivilDate{1970, 1, 2}};
  EXPECT_EQ(first_second(day, 0), 86400);
  EXPECT_EQ(last_second(day, 0), 2 * 86400 - 1);
  EXPECT_EQ(first_second(day, 7 * 60), 86400 - 7 * 3600);
  EXPECT_EQ(first_second(DayRange{}, 0), std::nullopt);
  EXPECT_EQ(last_second(DayRange{}, 0), std::nullopt);
}

TEST(DayRange, KnowsTheLocalDay) {
  EXPECT_EQ(local_day(0, 0), (CivilDate{1970, 1, 1}));
  EXPECT_EQ(local_day(17 * 3600, 7 * 60), (CivilDate{1970, 1, 2}));
  EXPECT_EQ(local_day(-1, 0), (CivilDate{1969, 12, 31}));
}

TEST(DayRange, SpeaksIndonesian) {
  set_language(Language::indonesian);
  EXPECT_EQ(range_of("2024-02-30"), "error: tanggal 2024-02-30 tidak ada: bulan itu ada 29 hari");
  set_language(Language::english);
}

}  // namespace
}  // namespace warta::searcher
