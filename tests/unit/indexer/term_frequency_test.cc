// Occurrences and lengths -> the frequencies that postings hold.
#include "indexer/term_frequency.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(TermFrequency, CountsOccurrencesAgainstTheLength) {
  const struct {
    double length, usual;
    std::uint32_t occurrences, frequency;
  } rows[] = {
      {400, 400, 1, kFrequencyUnit},  // what the unit means
      {400, 400, 3, 3 * kFrequencyUnit},
      {1200, 400, 1, 3},  // 8 / 2.4, rounded
      {1200, 400, 2, 7},  // 16 / 2.4, rounded
      {200, 400, 1, 12},  // 8 / .65, rounded
      {20, 400, 1, 12},   // a text of few words is no better for it
      {0, 400, 1, 12},
      {400, 400, 100'000, kGreatestFrequency},
      {4'000'000'000, 400, 1, 1},  // what stands in a text is found there
  };
  for (const auto& row : rows) {
    EXPECT_EQ(TermFrequency(row.length, row.usual).of(row.occurrences), row.frequency)
        << row.occurrences << " in " << row.length;
  }
}

}  // namespace
}  // namespace warta::indexer
