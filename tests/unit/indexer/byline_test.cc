#include "indexer/extract/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(FindDateLine, FindsDatesAmongLabels) {
  struct Row {
    const char* line;
    const char* expected;  // "" for none
    bool is_whole_line;
  };
  const Row rows[] = {
      {"Senin, 12 Mei 2024 | 14:30 WIB", "2024-05-12T14:30:00+07:00", true},
      {"Diterbitkan: Senin, 12 Mei 2024 14.30 WITA", "2024-05-12T14:30:00+08:00", true},
      {"Kamis, 05/11/2015 10:08 WIB", "2015-11-05T10:08:00+07:00", true},
      {"Sari Dewi - contohnews | Senin, 12 Mei 2024 14:30 WIB", "2024-05-12T14:30:00+07:00", false},
      {"Kamis, 5 November 2015 14:56 WIB | 1.229 Views", "2015-11-05T14:56:00+07:00", false},
      {"12 Mei 2024", "2024-05-12", true},
      {"Jakarta, Kamis 12 Mei 2024", "2024-05-12", false},
      {"Harga beras 2024 naik", "", false},
      {"30 Februari 2024", "", false},
      {"", "", false},
  };
  for (const Row& row : rows) {
    const std::optional<DateLine> date = find_date_line(row.line);
    EXPECT_EQ(date && date->published ? to_iso8601(*date->published) : "", row.expected) << row.line;
    EXPECT_EQ(date && date->is_whole_line, row.is_whole_line) << row.line;
  }
}

TEST(FindDateLine, TellsUpdateFromPublication) {
  struct Row {
    const char* line;
    const char* published;
    const char* modified;
    bool is_whole_line;
  };
  const Row rows[] = {
      {"Diperbarui 06 Feb 2024, 11:00 WIB", "", "2024-02-06T11:00:00+07:00", true},
      {"Last updated: 6 Februari 2024", "", "2024-02-06", true},
      {"Diperbarui 6 Februari 2024, 11:00 WIB - Diterbitkan 5 Februari 2024, 10:15 WIB", "2024-02-05T10:15:00+07:00",
       "2024-02-06T11:00:00+07:00", true},
      {"5 Februari 2024, 10:15 WIB | Update: 6 Februari 2024, 11:00 WIB", "2024-02-05T10:15:00+07:00",
       "2024-02-06T11:00:00+07:00", true},
      {"Update harga beras 6 Februari 2024", "", "2024-02-06", false},
      {"12 Februari 2024 - 14 Februari 2024", "2024-02-12", "", false},  // an event's days
  };
  for (const Row& row : rows) {
    const std::optional<DateLine> dates = find_date_line(row.line);
    ASSERT_TRUE(dates) << row.line;
    EXPECT_EQ(dates->published ? to_iso8601(*dates->published) : "", row.published) << row.line;
    EXPECT_EQ(dates->modified ? to_iso8601(*dates->modified) : "", row.modified) << row.line;
    EXPECT_EQ(dates->is_whole_line, row.is_whole_line) << row.line;
  }
}

TEST(AuthorsOfLine, ReadsCredits) {
  using testing::ElementsAre;
  using testing::IsEmpty;
  EXPECT_THAT(authors_of_line("Penulis: Sari Dewi, Budi Santoso"), ElementsAre("Sari Dewi", "Budi Santoso"));
  EXPECT_THAT(authors_of_line("Reporter : Sari Dewi | Editor : Budi"), ElementsAre("Sari Dewi"));
  EXPECT_THAT(authors_of_line("Oleh Sari Dewi"), ElementsAre("Sari Dewi"));
  EXPECT_THAT(authors_of_line("Laporan Wartawan Contoh.com, Sari Dewi"), ElementsAre("Sari Dewi"));
  EXPECT_THAT(authors_of_line("Editor: Budi"), IsEmpty());
  EXPECT_THAT(authors_of_line("Penulis buku itu, Sari Dewi"), IsEmpty());
  EXPECT_THAT(authors_of_line("Oleh karena itu, harga naik"), IsEmpty());
}

TEST(SourceOfDateline, FindsTheMedium) {
  EXPECT_EQ(source_of_dateline("JAKARTA, Contoh.com - Harga beras naik"), "contoh.com");
  EXPECT_EQ(source_of_dateline("Telko.example \xE2\x80\x93 Layar lipat"), "telko.example");
  EXPECT_EQ(source_of_dateline("Mataram (Kantor Berita) - Hujan"), "Kantor Berita");
  EXPECT_EQ(source_of_dateline("Jakarta (5/2) \xE2\x80\x93 Harga beras naik"), "");  // a day is no medium
  EXPECT_EQ(source_of_dateline("Jakarta, Senin (5/2) - Harga beras naik"), "");
  EXPECT_EQ(source_of_dateline("JAKARTA (5/2/2024) - Harga beras naik"), "");
  EXPECT_EQ(source_of_dateline("Jakarta (5/2) (Kantor Berita) - Harga beras naik"), "Kantor Berita");
  EXPECT_EQ(source_of_dateline("Jakarta (Kabar6) - Harga beras naik"), "Kabar6");
  EXPECT_EQ(source_of_dateline("Jakarta - Harga beras naik"), "");
  EXPECT_EQ(source_of_dateline("Harga beras naik."), "");
}

}  // namespace
}  // namespace warta::indexer
