#include "database/generation.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <chrono>
#include <fstream>
#include <optional>
#include <thread>

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

TEST(Generation, AFileIsNoDatabase) {
  const test::ScratchDirectory scratch;
  const fs::path file = scratch.path() / "berita.jsonl";
  std::ofstream(file) << "{}";
  const Error error = current_generation(file).error();
  EXPECT_EQ(error.code, ExitCode::no_database);
  EXPECT_EQ(error.message, file.string() + ": is no directory, and so no Warta database");
}

// Root may read everything, so that only others can be kept out.
TEST(Generation, WhatMayNotBeReadIsNotMissing) {
  const test::ScratchDirectory scratch;
  ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), 1)).has_value());
  fs::permissions(pointer_file(scratch.path()), fs::perms::none);
  if (::access(pointer_file(scratch.path()).c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  EXPECT_EQ(current_generation(scratch.path()).error().code, ExitCode::io_error);
}

TEST(Generation, CleaningKeepsTheCurrentOneAndThoseAskedFor) {
  const test::ScratchDirectory scratch;
  for (const int documents : {1, 2, 3}) {
    ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), documents)).has_value());
  }
  const fs::path unfinished = make_generation(scratch.path(), 4);
  fs::create_directory(scratch_directory(scratch.path()));
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-";
  for (const char* name : {"gen-notes", "gen-9", "gen-0000009", "gen-000009x", "gen-000000", "gen-"}) {
    fs::create_directory(scratch.path() / name);
  }
  std::ofstream(scratch.path() / "gen-000042") << "a file";
  EXPECT_EQ(next_generation(scratch.path()).filename(), "gen-000005");

  ASSERT_TRUE(remove_old_generations(scratch.path(), Retention{.generations = 1}).has_value());
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000001"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-000002"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-000003"));
  EXPECT_FALSE(fs::exists(unfinished));
  EXPECT_FALSE(fs::exists(scratch_directory(scratch.path())));
  EXPECT_FALSE(fs::exists(scratch.path() / "XAPIANDB.new"));
  for (const char* name : {"gen-notes", "gen-9", "gen-0000009", "gen-000009x", "gen-000000", "gen-", "gen-000042"}) {
    EXPECT_TRUE(fs::exists(scratch.path() / name)) << name << " is not ours";
  }
  EXPECT_EQ(generations_of(scratch.path()).value().size(), 2U);
  EXPECT_EQ(Xapian::Database(scratch.path().string()).get_doccount(), 3U);

  ASSERT_TRUE(remove_old_generations(scratch.path(), Retention{.generations = 0}).has_value());
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000002"));
}

// What an interruption of the very first run leaves, step by step: it is cleaned up, or its last step is done.
TEST(Generation, AnInterruptedBeginningIsCleanedUpOrFinished) {
  const test::ScratchDirectory scratch;
  Xapian::WritableDatabase(building_directory(scratch.path()).string(), Xapian::DB_CREATE).commit();
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-";
  std::ofstream(scratch.path() / kLockName);
  EXPECT_TRUE(holds_only_our_beginnings(scratch.path()));
  ASSERT_TRUE(finish_first_publishing(scratch.path()).has_value());
  ASSERT_TRUE(remove_old_generations(scratch.path(), {}).has_value());
  EXPECT_FALSE(fs::exists(building_directory(scratch.path())));
  EXPECT_FALSE(fs::exists(scratch.path() / "XAPIANDB.new"));

  // Between its last two steps: the generation is whole.
  const fs::path generation = make_generation(scratch.path(), 1);
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-000001\n";
  EXPECT_TRUE(holds_only_our_beginnings(scratch.path()));
  EXPECT_TRUE(stranded_generations(scratch.path()).empty());
  ASSERT_TRUE(remove_old_generations(scratch.path(), {.generations = 0}).has_value());
  EXPECT_TRUE(fs::exists(generation)) << "not even cleaning up first may remove it";

  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-000001\n";
  ASSERT_TRUE(finish_first_publishing(scratch.path()).has_value());
  EXPECT_EQ(current_generation(scratch.path()).value(), generation);
}

// The worst that happened here: an archive of one generation, its pointer lost, was taken for an interrupted beginning,
// and the next writer emptied it.
TEST(Generation, AnArchiveThatLostItsPointerIsKeptAndNamesTheWayBack) {
  for (const std::vector<int>& generations : std::vector<std::vector<int>>{{1}, {1, 2}}) {
    const test::ScratchDirectory scratch;
    for (const int documents : generations) {
      ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), documents)).has_value());
    }
    fs::remove(pointer_file(scratch.path()));
    EXPECT_FALSE(holds_only_our_beginnings(scratch.path()));
    ASSERT_TRUE(finish_first_publishing(scratch.path()).has_value());
    ASSERT_TRUE(remove_old_generations(scratch.path(), {.generations = 0}).has_value());
    const std::vector<fs::path> stranded = stranded_generations(scratch.path());
    ASSERT_EQ(stranded.size(), generations.size());
    const Error error = current_generation(scratch.path()).error();
    EXPECT_EQ(error.code, ExitCode::no_database);
    EXPECT_NE(error.message.find("--to " + stranded.back().filename().string()), std::string::npos) << error.message;

    // Whichever it is that becomes current again, the others are earlier ones, and stay.
    ASSERT_TRUE(publish_generation(scratch.path(), stranded.front()).has_value());
    EXPECT_TRUE(stranded_generations(scratch.path()).empty());
    EXPECT_EQ(generations_of(scratch.path()).value().size(), generations.size());
  }
}

// The next generation was about to be published when its writer was killed; the pointer went later. Nothing was near to
// be the first one.
TEST(Generation, OneOfSeveralIsNotNearlyTheFirst) {
  const test::ScratchDirectory scratch;
  ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), 1)).has_value());
  make_generation(scratch.path(), 2);
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-000002\n";
  fs::remove(pointer_file(scratch.path()));
  EXPECT_EQ(stranded_generations(scratch.path()).size(), 2U);
  EXPECT_FALSE(holds_only_our_beginnings(scratch.path()));
  ASSERT_TRUE(finish_first_publishing(scratch.path()).has_value());
  const Error error = current_generation(scratch.path()).error();
  EXPECT_NE(error.message.find("--to gen-000002"), std::string::npos) << error.message;
}

// The pointer was prepared, and the generation had not got its name yet.
TEST(Generation, APreparedPointerToNothingIsOurs) {
  const test::ScratchDirectory scratch;
  Xapian::WritableDatabase(building_directory(scratch.path()).string(), Xapian::DB_CREATE).commit();
  std::ofstream(scratch.path() / "XAPIANDB.new") << "auto gen-000001\n";
  EXPECT_TRUE(holds_only_our_beginnings(scratch.path()));
  ASSERT_TRUE(finish_first_publishing(scratch.path()).has_value());
  EXPECT_EQ(current_generation(scratch.path()).error().code, ExitCode::no_database);
  ASSERT_TRUE(remove_old_generations(scratch.path(), {}).has_value());
  EXPECT_TRUE(fs::is_empty(scratch.path()));
}

TEST(Generation, WhatWasBuiltGetsItsNameWhenItIsPublished) {
  const test::ScratchDirectory scratch;
  for (const char* name : {"gen-000001", "gen-000002"}) {
    Xapian::WritableDatabase(building_directory(scratch.path()).string(), Xapian::DB_CREATE).commit();
    ASSERT_TRUE(publish_new_generation(scratch.path(), building_directory(scratch.path())).has_value());
    EXPECT_EQ(current_generation(scratch.path()).value(), scratch.path() / name);
    EXPECT_FALSE(fs::exists(building_directory(scratch.path())));
  }
}

// A pointer that cannot be swapped (here because a directory is in its way) leaves things as they were.
TEST(Generation, WhatCannotBePublishedIsWhereItWasBuilt) {
  const test::ScratchDirectory scratch;
  fs::create_directories(pointer_file(scratch.path()) / "in the way");
  Xapian::WritableDatabase(building_directory(scratch.path()).string(), Xapian::DB_CREATE).commit();
  EXPECT_FALSE(publish_new_generation(scratch.path(), building_directory(scratch.path())).has_value());
  EXPECT_TRUE(fs::exists(building_directory(scratch.path())));
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000001"));
}

TEST(Generation, GoingBackKeepsTheOneThatWasLeft) {
  const test::ScratchDirectory scratch;
  for (const int documents : {1, 2}) {
    ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), documents)).has_value());
  }
  const fs::path first = scratch.path() / "gen-000001";
  const fs::path second = scratch.path() / "gen-000002";
  ASSERT_TRUE(publish_generation(scratch.path(), first).has_value());
  EXPECT_EQ(current_generation(scratch.path()).value(), first);
  EXPECT_EQ(Xapian::Database(scratch.path().string()).get_doccount(), 1U) << "Xapian reads the pointer too";

  // It is no unfinished one, though its number is higher; what comes next has a number of its own.
  ASSERT_TRUE(remove_old_generations(scratch.path(), {.generations = 1}).has_value());
  EXPECT_TRUE(fs::exists(second));
  const fs::path third = make_generation(scratch.path(), 3);
  EXPECT_EQ(third.filename(), "gen-000003");
  ASSERT_TRUE(publish_generation(scratch.path(), third).has_value());
  const auto generations = generations_of(scratch.path()).value();
  std::vector<unsigned> numbers;
  for (const Generation& generation : generations) numbers.push_back(generation.number);
  EXPECT_EQ(numbers.size(), 3U);
  EXPECT_EQ(numbers.front(), 3U);
  EXPECT_EQ(generations_of(scratch.path() / "missing").error().code, ExitCode::no_database);

  ASSERT_TRUE(remove_old_generations(scratch.path(), {.generations = 0}).has_value());
  EXPECT_EQ(generations_of(scratch.path()).value().size(), 1U);
}

TEST(Generation, ATimeKeepsWhatTheNumberWouldNot) {
  const test::ScratchDirectory scratch;
  for (const int documents : {1, 2, 3}) {
    ASSERT_TRUE(publish_generation(scratch.path(), make_generation(scratch.path(), documents)).has_value());
  }
  const auto days_ago = [](int days) { return fs::file_time_type::clock::now() - std::chrono::days(days); };
  fs::last_write_time(scratch.path() / "gen-000001", days_ago(9));
  fs::last_write_time(scratch.path() / "gen-000002", days_ago(2));
  constexpr std::int64_t kWeek = 7 * 86400;
  ASSERT_TRUE(remove_old_generations(scratch.path(), {.generations = 0, .seconds = kWeek}).has_value());
  EXPECT_FALSE(fs::exists(scratch.path() / "gen-000001"));
  EXPECT_TRUE(fs::exists(scratch.path() / "gen-000002"));
}

TEST(Retention, StandsInTheDirectory) {
  const test::ScratchDirectory scratch;
  EXPECT_EQ(retention_of(scratch.path()), Retention());
  const Retention rule{.generations = 3, .seconds = 86400};
  ASSERT_TRUE(set_retention(scratch.path(), rule).has_value());
  EXPECT_EQ(retention_of(scratch.path()), rule);
  for (const char* broken : {"", "generations x seconds 5", "generations 2 seconds -5", "generations 2"}) {
    std::ofstream(scratch.path() / kRetentionName) << broken;
    EXPECT_EQ(retention_of(scratch.path()), Retention()) << broken;
  }
  EXPECT_EQ(set_retention(scratch.path() / "missing", rule).error().code, ExitCode::io_error);
}

TEST(DatabaseLock, WaitsUntilItIsFreeOrTheTimeIsOver) {
  const test::ScratchDirectory scratch;
  auto first = std::make_optional(DatabaseLock::acquire(scratch.path()).value());
  EXPECT_EQ(DatabaseLock::acquire(scratch.path(), LockWait(std::chrono::seconds(0))).error().code, ExitCode::locked);
  const std::atomic<bool> stopped = true;
  EXPECT_EQ(DatabaseLock::acquire(scratch.path(), LockWait(std::chrono::hours(1), &stopped)).error().code,
            ExitCode::locked);
  std::jthread waiting(
      [&] { EXPECT_TRUE(DatabaseLock::acquire(scratch.path(), LockWait(std::chrono::hours(1))).has_value()); });
  first.reset();
}

// As when a directory is removed and made anew while somebody waits for its lock.
TEST(DatabaseLock, IsNeverOfAFileThatWasReplaced) {
  const test::ScratchDirectory scratch;
  auto first = std::make_optional(DatabaseLock::acquire(scratch.path()).value());
  std::jthread waiting([&] {
    const auto second = DatabaseLock::acquire(scratch.path(), LockWait(std::chrono::hours(1)));
    ASSERT_TRUE(second.has_value()) << second.error().message;
    EXPECT_EQ(DatabaseLock::acquire(scratch.path()).error().code, ExitCode::locked);
  });
  std::ofstream(scratch.path() / "other");
  fs::rename(scratch.path() / "other", scratch.path() / kLockName);
  first.reset();
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
