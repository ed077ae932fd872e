// What holds for acronyms in any text: garbage harms nothing, and the order of merging does not matter.
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/acronyms.h"

namespace warta::analysis {
namespace {

constexpr unsigned kSeed = 20240817;

// Texts made of what the finder looks at, in no order that a person would write.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {
      "Komisi",    "Pemberantasan", "Korupsi",  "KPK",    "pemilihan", "kepala", "daerah", "pilkada", "dan",
      "atau",      "disingkat",     "(",        ")",      " ",         " ",      "-",      "'",       ", ",
      "\n",        "\xff",          "é",        ".",      "PKB",       "Partai", "Pajak",  "di",      "Kebangkitan",
      "Kendaraan", "Bangsa",        "Bermotor", "menjadi"};
  std::string text;
  for (auto pieces = random() % 60; pieces > 0; --pieces) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 3 > 0) text += ' ';
  }
  return text;
}

TEST(AcronymsProperty, EveryPairIsFoldedAndStandsInTheText) {
  std::mt19937 random(kSeed);
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const std::string folded = fold_acronym_words(text);
    find_acronyms(text, [&](std::string_view acronym, std::string_view expansion) {
      EXPECT_EQ(fold_acronym_words(acronym), acronym);
      EXPECT_EQ(fold_acronym_words(expansion), expansion);
      EXPECT_NE(folded.find(expansion), std::string::npos) << text;
      EXPECT_NE(expansion.find(' '), std::string::npos) << expansion;
    });
  }
}

TEST(AcronymsProperty, MergingIsCommutativeAndLosesNothing) {
  std::mt19937 random(kSeed);
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  for (int round = 0; round < 300; ++round) {
    AcronymCounts left, right, together;
    for (int article = 0; article < 10; ++article) {
      const std::string text = random_text(random);
      (article % 2 ? left : right).add_text(text);
      together.add_text(text);
    }
    AcronymCounts left_first = left, right_first = right;
    left_first.merge(right);
    right_first.merge(left);
    EXPECT_EQ(left_first.table(), right_first.table());
    EXPECT_EQ(left_first.table(), together.table());
    EXPECT_EQ(left_first.pairs(), together.pairs());
  }
}

}  // namespace
}  // namespace warta::analysis
