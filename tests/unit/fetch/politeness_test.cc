// Turns and pauses, on a clock of the test's own.
#include "indexer/fetch/politeness.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr PolitenessOptions kOptions{
    .delay = seconds(1), .back_off = seconds(5), .longest_wait = seconds(60), .most_refusals = 3};

class PolitenessTest : public testing::Test {
 protected:
  Politeness::Clock::time_point at(milliseconds since_start) const { return start_ + since_start; }

  Politeness politeness_{kOptions};
  Politeness::Clock::time_point start_ = Politeness::Clock::now();
};

TEST_F(PolitenessTest, AsksOneServerOnceAtATimeWithAPause) {
  politeness_.push_back("a.id", 1);
  politeness_.push_back("a.id", 2);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
  EXPECT_FALSE(politeness_.take(at(seconds(9))));
  EXPECT_FALSE(politeness_.next_start());
  EXPECT_TRUE(politeness_.answered("a.id", at(seconds(9))));
  EXPECT_EQ(politeness_.next_start(), at(seconds(10)));
  EXPECT_FALSE(politeness_.take(at(milliseconds(9999))));
  EXPECT_EQ(politeness_.take(at(seconds(10))), 2U);
}

TEST_F(PolitenessTest, LetsServersTakeTurns) {
  for (const Politeness::Ticket ticket : {1U, 2U}) politeness_.push_back("a.id", ticket);
  politeness_.push_back("b.id", 3);
  politeness_.push_back("c.id", 4);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 3U);
  EXPECT_TRUE(politeness_.answered("a.id", at(seconds(0))));
  EXPECT_EQ(politeness_.take(at(seconds(1))), 4U);
  EXPECT_EQ(politeness_.take(at(seconds(1))), 2U);
}

TEST_F(PolitenessTest, AWaitingRequestCanComeFirst) {
  politeness_.push_back("a.id", 1);
  politeness_.push_front("a.id", 2);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 2U);
  politeness_.released("a.id");
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
}

TEST_F(PolitenessTest, PausesGrowAndThenTheServerIsLeft) {
  for (const Politeness::Ticket ticket : {1U, 2U, 3U}) politeness_.push_back("a.id", ticket);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
  EXPECT_TRUE(politeness_.refused("a.id", at(seconds(0)), std::nullopt));
  EXPECT_EQ(politeness_.next_start(), at(seconds(5)));
  EXPECT_EQ(politeness_.take(at(seconds(5))), 2U);
  EXPECT_TRUE(politeness_.refused("a.id", at(seconds(5)), std::nullopt));
  EXPECT_EQ(politeness_.next_start(), at(seconds(15)));
  EXPECT_EQ(politeness_.take(at(seconds(15))), 3U);
  EXPECT_FALSE(politeness_.refused("a.id", at(seconds(15)), std::nullopt));
}

TEST_F(PolitenessTest, AnAnswerEndsTheCountOfRefusals) {
  for (Politeness::Ticket ticket = 1; ticket <= 6; ++ticket) politeness_.push_back("a.id", ticket);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(politeness_.take(at(seconds(100 * i))));
    EXPECT_TRUE(politeness_.refused("a.id", at(seconds(100 * i)), std::nullopt));
    ASSERT_TRUE(politeness_.take(at(seconds(100 * i + 50))));
    EXPECT_TRUE(politeness_.answered("a.id", at(seconds(100 * i + 50))));
  }
}

TEST_F(PolitenessTest, TheServerSaysHowLong) {
  politeness_.push_back("a.id", 1);
  politeness_.push_back("a.id", 2);
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
  EXPECT_TRUE(politeness_.refused("a.id", at(seconds(0)), seconds(30)));
  EXPECT_EQ(politeness_.next_start(), at(seconds(30)));
  EXPECT_EQ(politeness_.take(at(seconds(30))), 2U);
  EXPECT_FALSE(politeness_.refused("a.id", at(seconds(30)), seconds(61)));
  politeness_.push_back("a.id", 3);
  EXPECT_EQ(politeness_.give_up("a.id"), std::vector<Politeness::Ticket>{3});
  EXPECT_EQ(politeness_.next_start(), std::nullopt);
}

TEST_F(PolitenessTest, TheLongestDelayCounts) {
  politeness_.push_back("a.id", 1);
  politeness_.push_back("a.id", 2);
  politeness_.lengthen_delay("a.id", seconds(10));
  politeness_.lengthen_delay("a.id", seconds(2));
  EXPECT_EQ(politeness_.take(at(seconds(0))), 1U);
  EXPECT_TRUE(politeness_.answered("a.id", at(seconds(0))));
  EXPECT_EQ(politeness_.next_start(), at(seconds(10)));
  // A server that wants to be asked once an hour is asked once in a run.
  politeness_.lengthen_delay("a.id", seconds(3600));
  EXPECT_EQ(politeness_.take(at(seconds(10))), 2U);
  EXPECT_FALSE(politeness_.answered("a.id", at(seconds(10))));
}

}  // namespace
}  // namespace warta::indexer
