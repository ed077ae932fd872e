// Making a database equal to a source, and not being fooled by a source that is broken.
#include "indexer/sync.h"

#include <gtest/gtest.h>

#include "tests/support/index_lines.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using test::index_lines;
using test::json_line;
using test::json_lines;
using test::stored_bodies;

class SyncTest : public testing::Test {
 protected:
  SyncTest() { index_lines(path(), json_lines(10, "isi")); }

  SyncReport run(const std::string& lines, bool is_interrupted = false) {
    test::Lines reader(lines);
    const std::atomic<bool> stop = is_interrupted;
    test::QuietListener listener;
    auto writer = DatabaseWriter::open(path(), {}).value();
    return sync_articles(reader, writer, {}, options_, listener, stop).value();
  }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  SyncOptions options_;
};

TEST_F(SyncTest, AddsReplacesAndRemoves) {
  const SyncReport report = run(json_lines(8, "isi") + json_line("0", "ralat") + json_line("baru", "isi"));
  EXPECT_EQ(report.run.counts.added, 1U);
  EXPECT_EQ(report.run.counts.replaced, 1U);
  EXPECT_EQ(report.gone, 2U);
  EXPECT_EQ(report.removed, 2U);
  const auto bodies = stored_bodies(path());
  EXPECT_EQ(bodies.size(), 9U);
  EXPECT_EQ(bodies.at("0"), "ralat");
  EXPECT_FALSE(bodies.contains("8"));
}

TEST_F(SyncTest, ADryRunChangesNothing) {
  options_.is_dry_run = true;
  const auto before = stored_bodies(path());
  const SyncReport report = run(json_lines(8, "isi") + json_line("baru", "isi"));
  EXPECT_EQ(report.run.counts.added, 1U);
  EXPECT_EQ(report.run.counts.unchanged, 8U);
  EXPECT_EQ(report.gone, 2U);
  EXPECT_EQ(report.removed, 0U);
  EXPECT_EQ(stored_bodies(path()), before);
}

TEST_F(SyncTest, KeepsWhatIsGoneWhereTheSourceLooksBroken) {
  struct Case {
    const char* what;
    std::string lines;
    std::uint64_t gone;
  };
  const Case cases[] = {
      {"empty", "", 10},
      {"cut off", json_lines(7, "isi"), 3},
      {"with a broken record", json_lines(9, "isi") + "{broken\n", 1},
  };
  for (const Case& each : cases) {
    SCOPED_TRACE(each.what);
    const SyncReport report = run(each.lines);
    EXPECT_EQ(report.gone, each.gone);
    EXPECT_EQ(report.removed, 0U);
    ASSERT_TRUE(report.refusal.has_value());
    EXPECT_EQ(report.refusal->code, ExitCode::input_skipped);
    EXPECT_EQ(stored_bodies(path()).size(), 10U);
  }
  options_.removes_anyway = true;
  EXPECT_EQ(run(json_lines(7, "isi")).removed, 3U);
  EXPECT_EQ(stored_bodies(path()).size(), 7U);
}

TEST_F(SyncTest, AnInterruptedRunRemovesNothing) {
  const SyncReport report = run(json_lines(9, "isi"), true);
  EXPECT_TRUE(report.run.was_interrupted);
  EXPECT_EQ(stored_bodies(path()).size(), 10U);
}

}  // namespace
}  // namespace warta::indexer
