#include "indexer/extract/page_dates.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

std::optional<Timestamp> time(const char* text) {
  const Result<Timestamp> parsed = parse_timestamp(text);
  return parsed ? std::optional(*parsed) : std::nullopt;
}

TEST(Reconciled, TakesTheBetterOfDeclaredAndShown) {
  struct Row {
    const char* declared;
    const char* shown;
    const char* expected;
  };
  const Row rows[] = {
      {"2024-05-12T14:30:25+07:00", "", "2024-05-12T14:30:25+07:00"},
      {"", "12 Mei 2024 14:30 WIB", "2024-05-12T14:30:00+07:00"},
      {"2024-05-12T14:30:25Z", "12 Mei 2024 14:30 WIB", "2024-05-12T14:30:25+07:00"},  // local time called UTC
      {"2024-05-12T07:30:25Z", "12 Mei 2024 14:30 WIB", "2024-05-12T07:30:25+00:00"},  // the same moment
      {"2024-05-12", "12 Mei 2024 14:30 WITA", "2024-05-12T14:30:00+08:00"},           // only the day is declared
      {"2024-05-12T00:00:00+07:00", "12 Mei 2024 14:30 WIB", "2024-05-12T14:30:00+07:00"},
      {"2024-05-12T14:30:25+07:00", "13 Mei 2024 09:00 WIB", "2024-05-12T14:30:25+07:00"},  // shown: another time
      {"2024-05-12T14:30:25+07:00", "13 Mei 2024", "2024-05-12T14:30:25+07:00"},
  };
  for (const Row& row : rows) {
    const std::optional<Timestamp> result = reconciled(time(row.declared), time(row.shown));
    ASSERT_TRUE(result) << row.declared;
    EXPECT_EQ(to_iso8601(*result), row.expected) << row.declared << " / " << row.shown;
  }
  EXPECT_FALSE(reconciled(std::nullopt, std::nullopt));
}

TEST(DateOfUrl, FindsADay) {
  EXPECT_EQ(to_iso8601(*date_of_url("https://contoh.id/read/2024/05/12/judul")), "2024-05-12");
  EXPECT_EQ(to_iso8601(*date_of_url("https://contoh.id/2024-05-12/judul")), "2024-05-12");
  EXPECT_FALSE(date_of_url("https://contoh.id/2024/13/12/judul"));
  EXPECT_FALSE(date_of_url("https://contoh.id/read/1234567"));
  EXPECT_FALSE(date_of_url(""));
}

}  // namespace
}  // namespace warta::indexer
