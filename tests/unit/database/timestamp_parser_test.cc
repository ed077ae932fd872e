#include <gtest/gtest.h>

#include "database/civil_time.h"

namespace warta {
namespace {

struct Row {
  const char* text;
  const char* expected;  // as to_iso8601 writes it
};

class ReadableTimestamp : public testing::TestWithParam<Row> {};

TEST_P(ReadableTimestamp, IsRead) {
  const Result<Timestamp> timestamp = parse_timestamp(GetParam().text);
  ASSERT_TRUE(timestamp) << timestamp.error().message;
  EXPECT_EQ(to_iso8601(*timestamp), GetParam().expected) << GetParam().text;
  const Result<Timestamp> again = parse_timestamp(to_iso8601(*timestamp));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, *timestamp) << "what is written is read back";
}

constexpr Row kReadable[] = {
    // ISO 8601 and RFC 3339
    {"2024-05-12", "2024-05-12"},
    {"2024/05/12", "2024-05-12"},
    {"20240512", "2024-05-12"},
    {"2024-05-12+09:00", "2024-05-12+09:00"},
    {"2024-05-12T14:30", "2024-05-12T14:30:00+07:00"},
    {"2024-05-12T14:30:00Z", "2024-05-12T14:30:00+00:00"},
    {"2024-05-12T14:30:00.123456+08:00", "2024-05-12T14:30:00+08:00"},
    {"2024-05-12t14:30:00-0330", "2024-05-12T14:30:00-03:30"},
    {"2024-05-12 14:30:00", "2024-05-12T14:30:00+07:00"},
    {"2024-05-12 14:30:00+07", "2024-05-12T14:30:00+07:00"},
    {"2024-05-12 14:30:00 UTC", "2024-05-12T14:30:00+00:00"},
    {"20240512T143005+0700", "2024-05-12T14:30:05+07:00"},
    {"20240512143005", "2024-05-12T14:30:05+07:00"},
    {"202405121430", "2024-05-12T14:30:00+07:00"},
    {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"},
    // RFC 822 and 2822, asctime, programs' own forms
    {"Sun, 12 May 2024 14:30:00 +0700", "2024-05-12T14:30:00+07:00"},
    {"Sun, 12 May 24 14:30 GMT", "2024-05-12T14:30:00+00:00"},
    {"12 May 99 14:30 EST", "1999-05-12T14:30:00-05:00"},
    {"Sun, 12 May 2024 14:30:00 +0700 (WIB)", "2024-05-12T14:30:00+07:00"},
    {"Sun May 12 14:30:00 2024", "2024-05-12T14:30:00+07:00"},
    {"Sun May 12 14:30:00 +0000 2024", "2024-05-12T14:30:00+00:00"},
    {"Sun May 12 2024 14:30:00 GMT+0700 (Western Indonesia Time)", "2024-05-12T14:30:00+07:00"},
    // newsrooms
    {"Senin, 12 Mei 2024 | 14:30 WIB", "2024-05-12T14:30:00+07:00"},
    {"Minggu, 12 Mei 2024 14.30 WITA", "2024-05-12T14:30:00+08:00"},
    {"Minggu 12 Mei 2024, Jam: 14:30 WIT", "2024-05-12T14:30:00+09:00"},
    {"Jum'at, 5 Januari 2024 pukul 07.05 wib", "2024-01-05T07:05:00+07:00"},
    {"12 Mei 2024", "2024-05-12"},
    {"12 Mei 2024 14.30", "2024-05-12T14:30:00+07:00"},
    {"12 Mei 2024 \xE2\x80\xA2 14:30", "2024-05-12T14:30:00+07:00"},
    {"12\xC2\xA0Mei\xC2\xA0"
     "2024",
     "2024-05-12"},
    {"Jum\xE2\x80\x99"
     "at, 12 Mei 2024 \xE2\x88\x92 14:30 WIB",
     "2024-05-12T14:30:00+07:00"},
    {"2024-05-12 T14:30:58Z", "2024-05-12T14:30:58+00:00"},
    {"12-Agt-2024", "2024-08-12"},
    {"Mei 12, 2024 2:30 pm", "2024-05-12T14:30:00+07:00"},
    {"May 12, 2024 12:05 AM", "2024-05-12T00:05:00+07:00"},
    {"12/05/2024 14:30", "2024-05-12T14:30:00+07:00"},
    {"12-5-2024", "2024-05-12"},
    {"12.05.2024, 14.30", "2024-05-12T14:30:00+07:00"},
    {"12/05/2024, 14:30 WIB", "2024-05-12T14:30:00+07:00"},
    {"Minggu, 12/05/2024 - 14:30 WIB", "2024-05-12T14:30:00+07:00"},
    {"14:30 WIB, 12 Mei 2024", "2024-05-12T14:30:00+07:00"},
    {"12 Mei 2024 14:30 (GMT+7)", "2024-05-12T14:30:00+07:00"},
    // epoch
    {"1715499000", "2024-05-12T14:30:00+07:00"},
    {"1715499000.25", "2024-05-12T14:30:00+07:00"},
    {"1715499000123", "2024-05-12T14:30:00+07:00"},
    {"  2024-05-12  ", "2024-05-12"},
};

INSTANTIATE_TEST_SUITE_P(Shapes, ReadableTimestamp, testing::ValuesIn(kReadable));

TEST(ParseTimestamp, TakesTheDefaultZoneOnlyWhereNoneIsWritten) {
  EXPECT_EQ(to_iso8601(*parse_timestamp("12 Mei 2024 14:30", kWitOffsetMinutes)), "2024-05-12T14:30:00+09:00");
  EXPECT_EQ(to_iso8601(*parse_timestamp("12 Mei 2024 14:30 WIB", kWitOffsetMinutes)), "2024-05-12T14:30:00+07:00");
}

TEST(ParseTimestamp, RefusesWhatDoesNotExist) {
  const char* const rows[] = {
      "30 Februari 2024",        "2023-02-29",        "2024-13-01",          "2024-00-10",
      "0000-00-00 00:00:00",     "05/13/2024",        "31-04-2024",          "2024-05-12 24:00",
      "2024-05-12 14:60",        "12 Mei 2024 25.10", "2024-05-12 14:30:61", "May 12, 2024 14:30 PM",
      "2024-05-12 10:00 +19:00", "20241301",          "20240512256000",
  };
  for (const char* text : rows) {
    const Result<Timestamp> timestamp = parse_timestamp(text);
    ASSERT_FALSE(timestamp) << text << " -> " << to_iso8601(*timestamp);
    EXPECT_EQ(timestamp.error().code, ExitCode::input_skipped);
    EXPECT_NE(timestamp.error().message.find("does not exist"), std::string::npos) << timestamp.error().message;
  }
}

TEST(ParseTimestamp, RefusesWhatItCannotRead) {
  const char* const rows[] = {
      "",
      "kemarin",
      "3 jam yang lalu",
      "2024",
      "2024-05",
      "Mei 2024",
      "12/05/24",
      "12 Mei",
      "14:30",
      "12 Mei 2024 oleh Sari",
      "2024-05-12 2024-05-13",
      "12 Mi 2024",
      "1715499000 x",
      "99999999999999999999",
      "May 14:30 2024",
      "2024-05-12 10:00 +7x",
      "12345",
      "-1715499000",
      "2024-05-12 14:30 15:30",
  };
  for (const char* text : rows) {
    const Result<Timestamp> timestamp = parse_timestamp(text);
    ASSERT_FALSE(timestamp) << text << " -> " << to_iso8601(*timestamp);
    EXPECT_EQ(timestamp.error().code, ExitCode::input_skipped) << text;
  }
  EXPECT_FALSE(parse_timestamp(std::string(5000, '1')));
}

TEST(ParseTimestampField, ReadsWhatOnlyAFieldMaySay) {
  constexpr Row kRows[] = {
      {"Diterbitkan 05 Feb 2024 10:15 WIB", "2024-02-05T10:15:00+07:00"},
      {"Terbit: Senin, 5 Februari 2024", "2024-02-05"},
      {"Dipublikasikan pada tanggal 05/02/2024", "2024-02-05"},
      {"5 Februari 2024 (10:15)", "2024-02-05T10:15:00+07:00"},
      {"5 Februari 2024 (pukul 10.15 WITA)", "2024-02-05T10:15:00+08:00"},
      {"5 Februari 2024 (10:15) WIT", "2024-02-05T10:15:00+09:00"},
      {"05/02/24 10:15", "2024-02-05T10:15:00+07:00"},
      {"5/2/99", "1999-02-05"},
      {"12 Mei 2024 14:30 (GMT+7)", "2024-05-12T14:30:00+07:00"},
      {"Sun, 12 May 24 14:30 GMT", "2024-05-12T14:30:00+00:00"},
      {"1715499000123", "2024-05-12T14:30:00+07:00"},
  };
  for (const Row& row : kRows) {
    const Result<Timestamp> timestamp = parse_timestamp_field(row.text);
    ASSERT_TRUE(timestamp) << row.text << ": " << timestamp.error().message;
    EXPECT_EQ(to_iso8601(*timestamp), row.expected) << row.text;
  }
  for (const char* text : {"05/13/24", "05-02-24", "24.02.05", "5 Februari 2024 (10:15", "(10:15) 5 Februari 2024",
                           "5 Februari 2024 (10:15) 10:16", "terbit", "05/02/024"}) {
    EXPECT_FALSE(parse_timestamp_field(text)) << text;
  }
  for (const char* text : {"Diterbitkan 05 Feb 2024", "5 Februari 2024 (10:15)", "05/02/24"}) {
    EXPECT_FALSE(parse_timestamp(text)) << text << " is a guess outside of a field";
  }
}

}  // namespace
}  // namespace warta
