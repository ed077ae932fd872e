#include "database/generation.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <fstream>

#include "database/xapian_errors.h"
#include "tests/support/scratch.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

// Makes a generation that holds this many documents.
fs::path make_generation(const fs::path& database, int documents) {
  const fs::path generation = next_generation(database);
  Xapian::WritableDatabase writable(generation.string(), Xapian::DB_CREATE);
  for (int i = 0; i < documents; ++i) writable.add_document(Xapian::Document());
  writable.commit();
  return generation;
}

TEST(Generation, PublishingSwapsWhatTheDirectoryOpensAs) {
  const test::ScratchDirectory scratch;
  EXPECT_EQ(current_generation(scratch.path()).error().code, ExitCode::no_database);
  for (const int documents : {1, 2, 3}) {
    const fs::path generation = make_generation(scratch.path(), documents);
    ASSERT_TRUE(publish_generation(scratch.path(), generation).has_value());
    EXPECT_EQ(current_generation(scratch.path()).value(), generation);
    EXPECT_EQ(Xapian::Database(scratch.path().string()).get_doccount(), static_cast<unsigned>(documents));
  }
  EXPECT_EQ(next_generation(scratch.path()).filename(), "gen-000004");
}

TEST(Generation, CleaningKeepsTheCurrentOneAndThoseAskedFor) {
  const test::ScratchDirectory scratch;
  for (const int documents : {1, 2, 3}) {
    ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), documents)).has_value());
  }
  const fs::path unfinished = make_generation(scratch.path(), 4);
  fs::create_directory(scratch_directory(scratch.path()));
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-";
  fs::create_directory(scratch.path() / "gen-notes");

  ASSERT_TRUE(remove_old_generations(scratch.path(), 1).has_value());
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000001"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-000002"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-000003"));
  EXPECT_FALSE(fs::exists(unfinished));
  EXPECT_FALSE(fs::exists(scratch_directory(scratch.path())));
  EXPECT_FALSE(fs::exists(scratch.path() / "XAPIANDB.new"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-notes")) << "not ours";
  EXPECT_EQ(Xapian::Database(scratch.path().string()).get_doccount(), 3U);

  ASSERT_TRUE(remove_old_generations(scratch.path(), 0).has_value());
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000002"));
}

TEST(Generation, CleaningBeforeTheFirstIsPublishedRemovesWhatWasLeftBehind) {
  const test::ScratchDirectory scratch;
  const fs::path unfinished = make_generation(scratch.path(), 1);
  // An interruption within the very first publishing leaves the pointer that was to be renamed.
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-000001\n";
  EXPECT_TRUE(holds_only_our_beginnings(scratch.path()));
  ASSERT_TRUE(remove_old_generations(scratch.path(), 1).has_value());
  EXPECT_FALSE(fs::exists(unfinished));
}

TEST(DatabaseLock, HasOneHolder) {
  const test::ScratchDirectory scratch;
  {
    const Result<DatabaseLock> first = DatabaseLock::acquire(scratch.path());
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(DatabaseLock::acquire(scratch.path()).error().code, ExitCode::locked);
  }
  EXPECT_TRUE(DatabaseLock::acquire(scratch.path()).has_value());
  EXPECT_EQ(DatabaseLock::acquire(scratch.path() / "missing").error().code, ExitCode::io_error);
}

TEST(GuardXapian, GivesExitCodesToExceptions) {
  const test::ScratchDirectory scratch;
  const std::string missing = scratch.path() / "missing";
  const auto opened = guard_xapian(missing, [&] { return Xapian::Database(missing).get_doccount(); });
  EXPECT_EQ(opened.error().code, ExitCode::no_database);
  EXPECT_NE(opened.error().message.find(missing), std::string::npos);

  const std::string path = scratch.path() / "one";
  const Xapian::WritableDatabase writer(path, Xapian::DB_CREATE);
  const auto second = guard_xapian(path, [&] { Xapian::WritableDatabase other(path, Xapian::DB_OPEN); });
  EXPECT_EQ(second.error().code, ExitCode::locked);
  EXPECT_EQ(guard_xapian(path, [] { return 7; }).value(), 7);
}

}  // namespace
}  // namespace warta
