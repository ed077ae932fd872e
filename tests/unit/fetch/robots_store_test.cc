// Which answers count as a robots.txt.
#include "indexer/fetch/robots_store.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(RobotsStore, TakesWhatIsWholeOrTooLong) {
  struct Case {
    long status;
    const char* problem;
    bool is_cut;   // by us, at its greatest length
    bool is_open;  // what the file does not forbid may be asked for
    bool is_kept;  // for later runs
  };
  const Case cases[] = {
      {200, "", false, true, true},
      {404, "", false, true, true},
      {500, "", false, false, false},
      {0, "no connection", false, false, false},
      {200, "the connection was cut", false, false, false},  // the rule that forbids may have been the next
      {200, "more than 512000 bytes", true, true, true},
  };
  for (const Case& row : cases) {
    HttpResponse answer;
    answer.status = row.status;
    answer.problem = row.problem;
    answer.is_cut = row.is_cut;
    answer.body = row.status == 0 ? "" : "User-agent: *\nDisallow: /a\n";
    auto state = FetchState::open(":memory:");
    ASSERT_TRUE(state);
    RobotsStore store(*state, "warta-indexer");
    const RobotsRules& rules = store.take("https://contoh.id", answer, 1000);
    EXPECT_EQ(rules.allows("/b"), row.is_open) << row.status << row.problem;
    EXPECT_EQ(state->robots("https://contoh.id").has_value(), row.is_kept) << row.status << row.problem;
    EXPECT_EQ(store.trouble("https://contoh.id").empty(), row.is_open);
  }
}

}  // namespace
}  // namespace warta::indexer
