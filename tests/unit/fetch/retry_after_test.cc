// How long a server asks to be left alone.
#include "indexer/fetch/retry_after.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(RetryAfter, IsSecondsOrADate) {
  constexpr std::int64_t kNow = 1741046400;  // Tue, 04 Mar 2025 00:00:00 GMT
  EXPECT_EQ(parse_retry_after("120", kNow), std::chrono::seconds(120));
  EXPECT_EQ(parse_retry_after("0", kNow), std::chrono::seconds(0));
  EXPECT_EQ(parse_retry_after("Tue, 04 Mar 2025 00:01:30 GMT", kNow), std::chrono::seconds(90));
  EXPECT_EQ(parse_retry_after("Mon, 03 Mar 2025 00:00:00 GMT", kNow), std::chrono::seconds(0));
  EXPECT_EQ(parse_retry_after("99999999999999999999", kNow), std::chrono::hours(365 * 24));
  EXPECT_FALSE(parse_retry_after("", kNow));
  EXPECT_FALSE(parse_retry_after("sebentar lagi", kNow));
  EXPECT_FALSE(parse_retry_after("-5", kNow).value_or(std::chrono::seconds(0)).count() > 0);
}

}  // namespace
}  // namespace warta::indexer
