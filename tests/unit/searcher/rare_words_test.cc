// Which words of a query the search for candidates begins with.
#include "searcher/query/rare_words.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr unsigned kArticles = 4000;

// Of 4000 articles, all hold "all", each second "half", each third "third", each hundredth "rare" and one "once".
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned i = 0; i < kArticles; ++i) {
    Xapian::Document document;
    document.add_term("all");
    if (i % 2 == 0) document.add_term("half");
    if (i % 3 == 0) document.add_term("third");
    if (i % 100 == 0) document.add_term("rare");
    if (i == 0) document.add_term("once");
    database.add_document(document);
  }
  return database;
}

RareWords split(const std::vector<std::string>& words) {
  static const Xapian::WritableDatabase database = make_database();
  std::vector<Unit> units;
  for (const std::string& word : words) units.push_back({.terms = {word}});
  std::vector<const Unit*> pointers;
  for (const Unit& unit : units) pointers.push_back(&unit);
  return find_rare_words(pointers, database);
}

TEST(RareWords, CommonWordsWeighLittleAndRareOnesLeadToEnough) {
  EXPECT_THAT(split({}).rare, IsEmpty());
  const RareWords words = split({"all", "once", "half", "rare", "third"});
  EXPECT_THAT(words.rare, ElementsAre(1, 3, 4)) << "once and rare alone lead to too few articles";
  EXPECT_THAT(words.common, ElementsAre(2, 0));
}

TEST(RareWords, AWordThatNoArticleHasIsNotRare) {
  const RareWords words = split({"none", "third", "half"});
  EXPECT_THAT(words.rare, ElementsAre(1, 2));
  EXPECT_THAT(words.common, ElementsAre(0));
}

TEST(RareWords, OfEqualWordsNoneIsCommon) {
  EXPECT_THAT(split({"half", "half", "half"}).common, IsEmpty());
}

}  // namespace
}  // namespace warta::searcher
