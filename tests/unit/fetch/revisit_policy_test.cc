// When a known URL is asked for again.
#include "indexer/fetch/revisit_policy.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(RevisitPolicy, PagesAreAskedForOnceUnlessTheyChange) {
  struct Case {
    const char* name;
    std::optional<UrlRecord> known;
    std::int64_t told_modified;
    bool is_wanted;
  };
  const Case cases[] = {
      {"new", std::nullopt, 0, true},
      {"taken", UrlRecord{.last_fetched = 50}, 0, false},
      {"modified since it was taken", UrlRecord{.last_fetched = 50}, 60, true},
      {"modified before it was taken", UrlRecord{.last_fetched = 50}, 40, false},
      {"modified again", UrlRecord{.told_modified = 40, .last_fetched = 50}, 45, true},
      {"the same modification", UrlRecord{.told_modified = 60, .last_fetched = 50}, 60, false},
      {"failed and due", UrlRecord{.failures = 1, .next_attempt = 100}, 0, true},
      {"failed and not due", UrlRecord{.failures = 2, .next_attempt = 101}, 0, false},
      {"seen but never fetched", UrlRecord{}, 0, true},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(is_page_wanted(item.known, item.told_modified, 100), item.is_wanted) << item.name;
  }
}

TEST(RevisitPolicy, ListingsAreAskedForUnlessTheyAreToldToBeUnchanged) {
  EXPECT_TRUE(is_listing_wanted(std::nullopt, 0));
  EXPECT_TRUE(is_listing_wanted(UrlRecord{.content_hash = 1}, 0));
  EXPECT_FALSE(is_listing_wanted(UrlRecord{.told_modified = 5, .content_hash = 1}, 5));
  EXPECT_TRUE(is_listing_wanted(UrlRecord{.told_modified = 5, .content_hash = 1}, 6));
  EXPECT_TRUE(is_listing_wanted(UrlRecord{.told_modified = 5, .content_hash = 0}, 5)) << "not all of it was taken";
  EXPECT_TRUE(is_listing_wanted(UrlRecord{.told_modified = 5, .failures = 1, .content_hash = 1}, 5));
}

TEST(RevisitPolicy, AttemptsAreBounded) {
  for (const Failure failure : {Failure::passing, Failure::lasting}) {
    UrlRecord record;
    note_failure(record, failure, 1000);
    EXPECT_EQ(record.next_attempt, 1000) << "the next run tries again at once";
    std::int64_t last_pause = 0;
    int attempts = 1;
    while (is_page_wanted(record, 0, record.next_attempt) && record.next_attempt < 1'000'000'000) {
      note_failure(record, failure, 1000);
      EXPECT_GE(record.next_attempt - 1000, last_pause);
      last_pause = record.next_attempt - 1000;
      ASSERT_LT(++attempts, 50);
    }
    EXPECT_EQ(attempts, failure == Failure::passing ? 10 : 3);
    EXPECT_FALSE(is_page_wanted(record, 0, 1'000'000'000));
    EXPECT_TRUE(is_page_wanted(record, 5, 1'000'000'000)) << "a change gives it a new chance";
  }
}

}  // namespace
}  // namespace warta::indexer
