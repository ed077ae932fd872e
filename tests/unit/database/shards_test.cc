// Which shards a name stands for.
#include "database/shards.h"

#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/generation.h"
#include "tests/support/scratch.h"

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class FindShards : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const { return (scratch_.path() / name).string(); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(scratch_.path() / name) << text;
    return path(name);
  }

  // A database directory with one generation.
  std::string make_database(const std::string& name) const {
    const std::filesystem::path database = scratch_.path() / name;
    std::filesystem::create_directories(database / "gen-000001");
    EXPECT_TRUE(publish_generation(database, database / "gen-000001"));
    return database.string();
  }

  test::ScratchDirectory scratch_;
};

TEST_F(FindShards, HostsAndPorts) {
  const std::vector<std::pair<std::string, ShardAddress>> cases = {
      {"arsip1.example:7001", {"arsip1.example:7001", "arsip1.example", 7001}},
      {"127.0.0.1:65535", {"127.0.0.1:65535", "127.0.0.1", 65535}},
      {"[::1]:7001", {"[::1]:7001", "::1", 7001}},
  };
  for (const auto& [name, address] : cases) EXPECT_THAT(find_shards(name).value(), ElementsAre(address)) << name;
  for (const char* name : {"host:", "host:0", "host:65536", "host:7001x", ":7001", "ada/host:7001", "tidak-ada"}) {
    EXPECT_EQ(find_shards(name).error().code, ExitCode::no_database) << name;
  }
}

TEST_F(FindShards, ADatabaseIsItsGeneration) {
  const std::string database = make_database("berita.db");
  EXPECT_THAT(find_shards(database).value(), ElementsAre(ShardAddress{database + "/gen-000001", "", 0}));
}

TEST_F(FindShards, AListIsWhatItsLinesStandFor) {
  const std::string first = make_database("a.db");
  const std::string second = make_database("b.db");
  const std::string list =
      write("semua", "# tiga mesin\nauto a.db\n\nremote arsip:7001\n  auto " + second + "/gen-000001\n");
  EXPECT_THAT(find_shards(list).value(),
              ElementsAre(ShardAddress{first + "/gen-000001", "", 0}, ShardAddress{"arsip:7001", "arsip", 7001},
                          ShardAddress{second + "/gen-000001", "", 0}));
}

TEST_F(FindShards, ListsThatCannotBeRead) {
  EXPECT_THAT(find_shards(write("a", "auto\n")).error().message, HasSubstr("a:1:"));
  EXPECT_THAT(find_shards(write("b", "# ya\nremote :ssh mesin\n")).error().message, HasSubstr("b:2:"));
  EXPECT_EQ(find_shards(write("c", "inmemory\n")).error().code, ExitCode::usage);
  EXPECT_EQ(find_shards(write("d", "")).error().code, ExitCode::usage);
  EXPECT_EQ(find_shards(write("lingkaran", "auto lingkaran\n")).error().code, ExitCode::usage);
  EXPECT_EQ(find_shards(write("hilang", "auto tidak-ada\n")).error().code, ExitCode::no_database);
}

TEST(OpenShard, NamesTheServerThatDoesNotAnswer) {
  // Port 1 of this machine: nobody listens there.
  const auto opened = open_shard({"127.0.0.1:1", "127.0.0.1", 1}, std::chrono::seconds(5));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ExitCode::io_error);
  EXPECT_THAT(opened.error().message, HasSubstr("127.0.0.1:1: "));
}

}  // namespace
}  // namespace warta
