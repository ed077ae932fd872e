// What a session opens, what it refuses, and when it sees a new generation.
#include "searcher/session.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "database/generation.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

TEST(Session, RefusesWhatItCannotRead) {
  test::ScratchDirectory scratch;
  const std::string missing = (scratch.path() / "tidak-ada").string();
  EXPECT_EQ(Session::open(missing).error().code, ExitCode::no_database);
  EXPECT_EQ(Session::open(scratch.path().string()).error().code, ExitCode::no_database);

  const auto with_format = [&](const char* name, const std::string& format) {
    const std::string path = (scratch.path() / name).string();
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
    if (!format.empty()) database.set_metadata(std::string(kFormatMetadataKey), format);
    database.commit();
    return path;
  };
  EXPECT_EQ(Session::open(with_format("foreign", "")).error().code, ExitCode::no_database);
  EXPECT_EQ(Session::open(with_format("future", "999")).error().code, ExitCode::wrong_version);
}

Article article(const char* id) {
  Article made;
  made.id = id;
  made.body = "Harga beras naik.";
  return made;
}

TEST(Session, SeesWhatIsPublishedAfterRenewal) {
  const test::TestDatabase database({article("1")});
  const test::TestDatabase larger({article("1"), article("2")});
  Session session = Session::open(database.path()).value();

  const std::filesystem::path generation = next_generation(database.path());
  std::filesystem::copy(*current_generation(larger.path()), generation);
  ASSERT_TRUE(publish_generation(database.path(), generation));
  EXPECT_EQ(session.database().get_doccount(), 1U);
  EXPECT_TRUE(session.renew());
  EXPECT_EQ(session.database().get_doccount(), 2U);
}

}  // namespace
}  // namespace warta::searcher
