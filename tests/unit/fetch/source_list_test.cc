// The list of sources, line by line.
#include "indexer/fetch/source_list.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

TEST(SourceList, ReadsALine) {
  struct Case {
    const char* line;
    const char* url;
    std::int64_t delay_milliseconds;
    std::uint64_t max_urls;
  };
  const Case cases[] = {
      {"", "", 0, 0},
      {"   ", "", 0, 0},
      {"# https://contoh.id/", "", 0, 0},
      {"https://contoh.id/umpan", "https://contoh.id/umpan", 0, 0},
      {"\xEF\xBB\xBF https://contoh.id/umpan \r", "https://contoh.id/umpan", 0, 0},
      {"https://contoh.id", "https://contoh.id/", 0, 0},
      {"https://contoh.id/a delay=2.5 max-urls=7", "https://contoh.id/a", 2500, 7},
      {"https://contoh.id/a\t# keterangan delay=9", "https://contoh.id/a", 0, 0},
  };
  for (const Case& item : cases) {
    const auto source = parse_source_line(item.line);
    ASSERT_TRUE(source) << item.line << ": " << source.error().message;
    EXPECT_EQ(source->url, item.url) << item.line;
    EXPECT_EQ(source->delay.count(), item.delay_milliseconds) << item.line;
    EXPECT_EQ(source->max_urls, item.max_urls) << item.line;
  }
}

TEST(SourceList, RefusesWhatItDoesNotUnderstand) {
  for (const char* line :
       {"contoh.id", "ftp://contoh.id/", "file:///etc/passwd", "https://", "bukan url", "https://contoh.id/ delay",
        "https://contoh.id/ delay=-1", "https://contoh.id/ delay=nan", "https://contoh.id/ max-urls=0",
        "https://contoh.id/ max-urls=2x", "https://contoh.id/ nama=x"}) {
    const auto source = parse_source_line(line);
    ASSERT_FALSE(source) << line;
    EXPECT_EQ(source.error().code, ExitCode::usage) << line;
  }
}

TEST(SourceList, NamesFileAndLine) {
  const test::ScratchDirectory scratch;
  const std::string name = (scratch.path() / "sumber.txt").string();
  std::ofstream(name) << "https://contoh.id/a\n\nhttps://contoh.id/a delay=1\nhttps://contoh.id/b";
  const auto sources = read_source_list(name);
  ASSERT_TRUE(sources) << sources.error().message;
  ASSERT_EQ(sources->size(), 2U);
  EXPECT_EQ((*sources)[1].url, "https://contoh.id/b");
  std::ofstream(name) << "# judul\nbukan url\n";
  const auto broken = read_source_list(name);
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().message.find("sumber.txt:2: "), std::string::npos) << broken.error().message;
  const auto missing = read_source_list(name + "x");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ExitCode::io_error);
}

}  // namespace
}  // namespace warta::indexer
