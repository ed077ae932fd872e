// A prefix -> the terms under which words that begin so stand, in a database that knows their stems only.
#include "searcher/query/prefix_expansion.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/session.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Article article(const std::string& id, const std::string& body) {
  Article made;
  made.id = id;
  made.title = "Berita " + id;
  made.body = body;
  made.source = "contoh.id";
  return made;
}

class PrefixExpansion : public testing::Test {
 protected:
  Clause clause_of(const std::string& query) {
    Clause clause = make_clause(parse_query(query, {2024, 5, 15}).value().root, session_.analyzer()).value();
    find_prefix_terms(clause, session_.shards(), session_.database(), session_.analyzer());
    return clause;
  }

  std::vector<std::string> terms_of(const std::string& query) { return clause_of(query).prefix.terms; }

  static std::vector<Article> articles() {
    std::vector<Article> made = {
        article("a", "Menteri mengatakan bahwa harga dikendalikan. Hal itu dikatakan kemarin."),
        article("b", "Rumahnya terkunci. Pelajar belajar di kota."),
    };
    for (int i = 0; i < 6; ++i)
      made.push_back(article(std::to_string(i), "Kapal, kapur, kapas dan kapuk ada di sini."));
    return made;
  }

  test::TestDatabase database_{articles()};
  Session session_ = Session::open(database_.path()).value();
};

TEST_F(PrefixExpansion, KnowsTheStemsOfWordsThatBeginSo) {
  EXPECT_THAT(terms_of("dik*"), ElementsAre("kata", "kendali"));
  EXPECT_THAT(terms_of("terk*"), ElementsAre("kunci"));
  EXPECT_THAT(terms_of("rumahn*"), ElementsAre("rumah"));
  EXPECT_THAT(terms_of("mengat*"), ElementsAre("kata"));
  EXPECT_THAT(terms_of("judul:beri*"), ElementsAre("Sberita"));
  EXPECT_THAT(terms_of("tidakad*"), IsEmpty());
}

TEST_F(PrefixExpansion, AsksTheTextOnlyWhereStemsBeginOtherwise) {
  EXPECT_TRUE(needs_verification(clause_of("dik*")));
  EXPECT_FALSE(needs_verification(clause_of("hargo* OR harg*")));
  EXPECT_FALSE(needs_verification(clause_of("sumber:cont*")));
}

// What nearly every article holds is not looked for stem by stem.
TEST_F(PrefixExpansion, LooksIntoTheTextsForWhatStandsEverywhere) {
  const Clause clause = clause_of("kap*");
  EXPECT_TRUE(clause.prefix.is_everywhere);
  EXPECT_TRUE(needs_verification(clause));
  EXPECT_FALSE(clause_of("kapu* kend*").children.front().prefix.is_everywhere);
}

TEST_F(PrefixExpansion, ReachesEveryPrefixOfAQuery) {
  const Clause clause = clause_of("harga -(dik* OR judul:beri*)");
  const Clause& excluded = clause.children.back().children.front();
  ASSERT_THAT(excluded.children, SizeIs(2));
  EXPECT_THAT(excluded.children.front().prefix.terms, Contains("kata"));
  EXPECT_THAT(excluded.children.back().prefix.terms, ElementsAre("Sberita"));
}

}  // namespace
}  // namespace warta::searcher
