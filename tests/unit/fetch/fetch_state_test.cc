// What fetching remembers, and when it is lasting.
#include "indexer/fetch/fetch_state.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

UrlRecord page(const std::string& key, std::int64_t failures, std::int64_t next_attempt) {
  return {.key = key,
          .url = key,
          .kind = UrlKind::no_article,
          .parent = "https://contoh.id/umpan",
          .failures = failures,
          .next_attempt = next_attempt};
}

TEST(FetchState, KeepsARecordWhole) {
  const test::ScratchDirectory scratch;
  const UrlRecord record{.key = "https://contoh.id/a",
                         .url = "http://www.contoh.id/a/",
                         .kind = UrlKind::article,
                         .parent = "https://contoh.id/umpan",
                         .etag = "\"x'y\"",
                         .last_modified = "Tue, 04 Mar 2025 01:00:00 GMT",
                         .told_modified = 1,
                         .first_seen = 2,
                         .last_fetched = 3,
                         .status = 200,
                         .failures = 4,
                         .next_attempt = 5,
                         .content_hash = 0xFFFFFFFFFFFFFFFFU};
  {
    auto state = FetchState::open(scratch.path() / "fetch.sqlite");
    ASSERT_TRUE(state) << state.error().message;
    state->put(record);
    state->put_robots("https://contoh.id:443", {"User-agent: *", 200, 7});
    state->put_not_before("contoh.id", 99);
    ASSERT_TRUE(state->commit());
  }
  auto state = FetchState::open(scratch.path() / "fetch.sqlite");
  ASSERT_TRUE(state) << state.error().message;
  const auto found = state->find(record.key);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->url, record.url);
  EXPECT_EQ(found->kind, record.kind);
  EXPECT_EQ(found->parent, record.parent);
  EXPECT_EQ(found->etag, record.etag);
  EXPECT_EQ(found->last_modified, record.last_modified);
  EXPECT_EQ(found->told_modified, 1);
  EXPECT_EQ(found->first_seen, 2);
  EXPECT_EQ(found->last_fetched, 3);
  EXPECT_EQ(found->status, 200);
  EXPECT_EQ(found->failures, 4);
  EXPECT_EQ(found->next_attempt, 5);
  EXPECT_EQ(found->content_hash, record.content_hash);
  EXPECT_EQ(state->robots("https://contoh.id:443")->text, "User-agent: *");
  EXPECT_EQ(state->not_before("contoh.id"), 99);
  EXPECT_EQ(state->not_before("lain.id"), 0);
  EXPECT_FALSE(state->find("https://contoh.id/b"));
}

TEST(FetchState, ForgetsWhatWasNotCommitted) {
  const test::ScratchDirectory scratch;
  for (int run = 0; run < 2; ++run) {
    auto state = FetchState::open(scratch.path() / "fetch.sqlite");
    ASSERT_TRUE(state) << state.error().message;
    EXPECT_FALSE(state->find("https://contoh.id/a"));
    state->put(page("https://contoh.id/a", 0, 0));
    EXPECT_TRUE(state->find("https://contoh.id/a"));
  }
}

TEST(FetchState, FindsWhatIsDueBelowAListing) {
  auto state = FetchState::open(":memory:");
  ASSERT_TRUE(state) << state.error().message;
  state->put(page("https://contoh.id/baik", 0, 0));
  state->put(page("https://contoh.id/nanti", 1, 200));
  state->put(page("https://contoh.id/kini", 1, 100));
  UrlRecord feed = page("https://contoh.id/anak", 1, 0);
  feed.kind = UrlKind::feed;
  state->put(feed);
  const auto due = state->due_pages_of("https://contoh.id/umpan", 100);
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].key, "https://contoh.id/kini");
  const auto listings = state->listings_of("https://contoh.id/umpan");
  ASSERT_EQ(listings.size(), 1U);
  EXPECT_EQ(listings[0].key, "https://contoh.id/anak");
  EXPECT_TRUE(state->due_pages_of("https://contoh.id/lain", 100).empty());
}

TEST(FetchState, RefusesFilesThatAreNotItsOwn) {
  const test::ScratchDirectory scratch;
  std::ofstream(scratch.path() / "teks.sqlite") << std::string(4096, 'x');
  const auto text = FetchState::open(scratch.path() / "teks.sqlite");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, ExitCode::io_error);
  EXPECT_NE(text.error().message.find("teks.sqlite"), std::string::npos);
  {
    auto other = SqliteConnection::open(scratch.path() / "lain.sqlite");
    ASSERT_TRUE(other && other->execute("PRAGMA user_version = 9; CREATE TABLE t (a)"));
  }
  const auto other = FetchState::open(scratch.path() / "lain.sqlite");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ExitCode::wrong_version);
  EXPECT_FALSE(FetchState::open(scratch.path() / "tidak-ada" / "fetch.sqlite"));
}

}  // namespace
}  // namespace warta::indexer
