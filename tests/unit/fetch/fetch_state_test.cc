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
                         .content_hash = 0xFFFFFFFFFFFFFFFFU,
                         .last_seen = 6};
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
  EXPECT_EQ(found->last_seen, 6);
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

TEST(FetchState, ForgetsWhatNothingHasNamedForLong) {
  auto state = FetchState::open(":memory:");
  ASSERT_TRUE(state) << state.error().message;
  constexpr std::int64_t kNow = 4 * kForgottenSeconds;
  UrlRecord old = page("https://contoh.id/lama", 0, 0);
  old.last_seen = kNow - kForgottenSeconds - 1;
  UrlRecord named = page("https://contoh.id/disebut", 0, 0);
  named.last_seen = old.last_seen;
  UrlRecord lately = page("https://contoh.id/baru", 0, 0);
  lately.last_seen = kNow - kSeenSeconds + 1;
  for (const UrlRecord& record : {old, named, lately}) state->put(record);
  state->put_robots("https://lama.id:443", {"", 404, old.last_seen});
  state->note_seen(named, kNow);
  state->note_seen(lately, kNow);
  state->forget_before(kNow - kForgottenSeconds);
  EXPECT_FALSE(state->find(old.key));
  ASSERT_TRUE(state->find(named.key));
  EXPECT_EQ(state->find(named.key)->last_seen, kNow);
  EXPECT_EQ(state->find(lately.key)->last_seen, lately.last_seen) << "not written each time";
  EXPECT_FALSE(state->robots("https://lama.id:443"));
  EXPECT_TRUE(state->commit());
}

TEST(FetchState, TakesOverAFileOfTheFirstVersion) {
  const test::ScratchDirectory scratch;
  const auto file = scratch.path() / "fetch.sqlite";
  {
    auto first = SqliteConnection::open(file);
    ASSERT_TRUE(first && first->execute("PRAGMA application_id = 0x77727461; PRAGMA user_version = 1;"
                                        "CREATE TABLE urls (key TEXT PRIMARY KEY, url TEXT NOT NULL, kind INTEGER NOT "
                                        "NULL, parent TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL, "
                                        "told_modified INTEGER NOT NULL, first_seen INTEGER NOT NULL, last_fetched "
                                        "INTEGER NOT NULL, status INTEGER NOT NULL, failures INTEGER NOT NULL, "
                                        "next_attempt INTEGER NOT NULL, content_hash INTEGER NOT NULL) WITHOUT ROWID;"
                                        "INSERT INTO urls VALUES ('k', 'u', 4, '', 'e', '', 0, 5, 7, 200, 0, 0, 1)"));
  }
  for (int run = 0; run < 2; ++run) {
    auto state = FetchState::open(file);
    ASSERT_TRUE(state) << state.error().message;
    const auto found = state->find("k");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->etag, "e");
    EXPECT_EQ(found->last_seen, 7);
    ASSERT_TRUE(state->commit());
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
