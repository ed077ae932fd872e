// Signatures never deny a pair that stands in the article, and seldom admit one that does not.
#include "database/pair_signature.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace warta {
namespace {

constexpr unsigned kSeed = 17;

std::string signature_of(const std::vector<std::vector<std::string>>& texts) {
  PairSignature signature;
  signature.clear();
  for (const std::vector<std::string>& text : texts) {
    signature.begin_text();
    for (const std::string& term : text) signature.add(hash_of_term(term));
  }
  return signature.bytes();
}

// Of a vocabulary in which some words are common, as in articles.
std::vector<std::string> random_text(std::mt19937& random, std::size_t length) {
  static const std::vector<std::string> kCommon = {"yang", "di", "dan", "ini", "tahun", "orang", "harga", "jalan"};
  std::vector<std::string> text;
  while (text.size() < length) {
    text.push_back(random() % 2 == 0 ? kCommon[random() % kCommon.size()] : "kata" + std::to_string(random() % 3000));
  }
  return text;
}

TEST(PairSignature, AdmitsEveryPairOfTheArticle) {
  std::mt19937 random(kSeed);
  for (const std::size_t length : {2, 3, 10, 300, 3000, 20'000}) {
    const std::vector<std::string> title = random_text(random, 8);
    const std::vector<std::string> body = random_text(random, length);
    const std::string signature = signature_of({body, title});
    for (const auto& text : {title, body}) {
      for (std::size_t i = 1; i < text.size(); ++i) {
        ASSERT_TRUE(TermPair(text[i - 1], text[i]).may_stand_in(signature)) << text[i - 1] << ' ' << text[i];
      }
    }
  }
}

// "para laki-laki di-PHK": what begins or ends within a token has its pairs with what stands before or behind it.
TEST(PairSignature, AdmitsThePairsOfInnerWords) {
  PairSignature signature;
  signature.clear();
  signature.add(hash_of_term("para"));
  signature.add_head(hash_of_term("laki"));
  signature.add(hash_of_term("laki-laki"));
  signature.add_tail(hash_of_term("laki"));
  signature.add_head(hash_of_term("di"));
  signature.add(hash_of_term("phk"));
  signature.add(hash_of_term("massal"));
  const std::string bytes = signature.bytes();
  for (const auto& [first, second] : std::vector<std::pair<const char*, const char*>>{{"para", "laki"},
                                                                                      {"para", "laki-laki"},
                                                                                      {"laki", "di"},
                                                                                      {"laki-laki", "di"},
                                                                                      {"laki", "phk"},
                                                                                      {"laki-laki", "phk"},
                                                                                      {"phk", "massal"}}) {
    EXPECT_TRUE(TermPair(first, second).may_stand_in(bytes)) << first << ' ' << second;
  }
}

TEST(PairSignature, DeniesMostOtherPairsAndTheMoreTheCommonerTheirTerms) {
  std::mt19937 random(kSeed);
  const std::string signature = signature_of({random_text(random, 300)});
  unsigned common = 0;
  unsigned rare = 0;
  constexpr unsigned kAsked = 2000;
  for (unsigned i = 0; i < kAsked; ++i) {
    const std::string number = std::to_string(i);
    rare += TermPair("lain" + number, "asing" + number).may_stand_in(signature) ? 1 : 0;
  }
  for (const char* first : {"yang", "di", "dan", "ini"}) {
    for (const char* second : {"sudah", "satu", "sama", "tidak", "akan", "bisa"}) {
      common += TermPair(first, second).may_stand_in(signature) ? 1 : 0;
    }
  }
  EXPECT_NEAR(rare, kAsked / 2, kAsked / 10);
  EXPECT_LE(common, 1U);
}

TEST(PairSignature, KnowsTheOrder) {
  const std::string signature = signature_of({{"yang", "sudah"}});
  EXPECT_TRUE(TermPair("yang", "sudah").may_stand_in(signature));
  EXPECT_FALSE(TermPair("sudah", "yang").may_stand_in(signature));
}

TEST(PairSignature, SeesNoPairBetweenTwoTexts) {
  const std::string signature = signature_of({{"satu", "sudah"}, {"yang", "itu"}});
  EXPECT_FALSE(TermPair("sudah", "yang").may_stand_in(signature));
}

TEST(PairSignature, IsEmptyWhereThereIsNoPairAndThenAdmitsAll) {
  EXPECT_EQ(signature_of({{"satu"}, {"dua"}}), "");
  EXPECT_TRUE(TermPair("satu", "dua").may_stand_in(""));
}

TEST(PairSignature, LeavesOutWhatIsNoNewsArticle) {
  std::vector<std::string> text;
  for (std::size_t i = 0; i <= PairSignature::kMostPairs + 1; ++i) text.push_back(std::to_string(i));
  EXPECT_EQ(signature_of({text}), "");
  text.resize(PairSignature::kMostPairs + 1);
  EXPECT_NE(signature_of({text}), "");
}

// A database keeps what was written: whoever changes the bytes must raise kDatabaseFormat.
TEST(PairSignature, KeepsItsBytes) {
  const std::string signature = signature_of({{"harga", "beras", "naik", "di", "jakarta"}});
  std::string digits;
  for (const char byte : signature) {
    constexpr const char* kDigits = "0123456789abcdef";
    digits += kDigits[static_cast<unsigned char>(byte) >> 4];
    digits += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  EXPECT_EQ(digits, "f5a0fa60");
}

TEST(CommonTerms, AreAsRareAsTheListSays) {
  EXPECT_EQ(rarity_of_term(hash_of_term("yang")), 0U);
  EXPECT_EQ(rarity_of_term(hash_of_term("tahun")), 1U);
  EXPECT_EQ(rarity_of_term(hash_of_term("presiden")), 3U);
  EXPECT_EQ(rarity_of_term(hash_of_term("ombudsman")), kUncommonRarity);
}

}  // namespace
}  // namespace warta
