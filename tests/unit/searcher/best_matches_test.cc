// The best matches of plain words against what Xapian's matcher finds when it looks at every document.
#include "searcher/matching/best_matches.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "database/frequency_unit.h"

namespace warta::searcher {
namespace {

using Kind = ScoredQuery::Kind;

constexpr unsigned kSeed = 8;
constexpr Xapian::doccount kDocuments = 12'000;  // several windows
constexpr unsigned kTerms = 30;
constexpr std::size_t kMost = 30;
constexpr double kTolerance = 1e-9;

std::string term(unsigned number) {
  return "t" + std::to_string(number);
}

// The n-th term stands in one of n + 1 documents.
Xapian::WritableDatabase make_shard(std::mt19937& random, Xapian::doccount documents) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::doccount i = 0; i < documents; ++i) {
    Xapian::Document document;
    for (unsigned number = 0; number < kTerms; ++number) {
      if (random() % (number + 1) == 0)
        document.add_term(term(number), static_cast<Xapian::termcount>(1 + random() % kGreatestFrequency));
    }
    database.add_document(document);
  }
  for (Xapian::docid removed = 1; removed < documents; removed += 7) database.delete_document(removed);
  return database;
}

ScoredQuery random_query(std::mt19937& random, unsigned depth) {
  if (depth == 0 || random() % 2 == 0)
    return {.term = term(static_cast<unsigned>(random() % (kTerms + 1)))};  // one of them nowhere
  const Kind kind = std::array{Kind::all, Kind::any, Kind::but_not}[random() % 3];
  std::vector<ScoredQuery> parts;
  for (unsigned part = kind == Kind::but_not ? 0 : random() % 2; part < 2; ++part) {
    parts.push_back(random_query(random, depth - 1));
  }
  return {kind, {}, std::move(parts), random() % 2 == 0 ? 1.0 : 0.3};
}

std::vector<ScoredQuery> random_queries(std::mt19937& random, std::size_t count) {
  std::vector<ScoredQuery> queries;
  while (queries.size() < count) queries.push_back(random_query(random, 2));
  return queries;
}

// Without a cutoff, so that Xapian passes over nothing.
std::vector<BestMatch> xapian_matches(const std::vector<ScoredQuery>& leading, const std::vector<ScoredQuery>& adding,
                                      const Xapian::Database& database) {
  std::vector<Xapian::Query> any;
  for (const ScoredQuery& query : leading) any.push_back(to_xapian(query));
  Xapian::Query query(Xapian::Query::OP_OR, any.begin(), any.end());
  for (const ScoredQuery& added : adding) query = {Xapian::Query::OP_AND_MAYBE, query, to_xapian(added)};
  Xapian::Enquire enquire(database);
  enquire.set_query(on_bm25_scale(query));
  enquire.set_weighting_scheme(bm25());
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  std::vector<BestMatch> best;
  for (auto match = matches.begin(); match != matches.end(); ++match) best.push_back({*match, match.get_weight()});
  return best;
}

// Of documents that weigh the same, the last digit may decide: the terms are added up in another order.
void expect_same(const std::vector<BestMatch>& found, const std::vector<BestMatch>& all) {
  ASSERT_EQ(found.size(), std::min(kMost, all.size()));
  std::map<Xapian::docid, double> weights;
  for (const BestMatch& match : all) weights[match.id] = match.weight;
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_NEAR(found[i].weight, all[i].weight, kTolerance) << "place " << i;
    EXPECT_NEAR(found[i].weight, weights.at(found[i].id), kTolerance) << "document " << found[i].id;
  }
}

void compare(const std::vector<Xapian::Database>& shards, std::mt19937& random) {
  Xapian::Database joined;
  for (const Xapian::Database& shard : shards) joined.add_database(shard);
  std::vector<ShardPostings> postings(shards.begin(), shards.end());  // from the second round on some are kept
  for (unsigned round = 0; round < 100; ++round) {
    SCOPED_TRACE(testing::Message() << "round " << round << ", seed " << kSeed);
    const std::vector<ScoredQuery> leading = random_queries(random, 1 + random() % 6);
    const std::vector<ScoredQuery> adding = random_queries(random, random() % 4);
    TermStatistics statistics(postings);
    expect_same(best_matches(leading, adding, postings, statistics, kMost), xapian_matches(leading, adding, joined));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(BestMatches, AreThoseOfXapian) {
  std::mt19937 random(kSeed);
  compare({make_shard(random, kDocuments)}, random);
}

TEST(BestMatches, OfSeveralShardsHaveTheIdsAndWeightsOfAllOfThem) {
  std::mt19937 random(kSeed);
  compare({make_shard(random, 5000), make_shard(random, 300), make_shard(random, 4000)}, random);
}

TEST(BestMatches, OfEqualsTheSmallestIdsAreTaken) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned i = 0; i < 100; ++i) {
    Xapian::Document document;
    document.add_term("all", 8);
    database.add_document(document);
  }
  std::vector<ShardPostings> shards(2, ShardPostings(database));
  TermStatistics statistics(shards);
  const auto found = best_matches({{.term = "all"}}, {}, shards, statistics, kMost);
  ASSERT_EQ(found.size(), kMost);
  for (std::size_t i = 0; i < kMost; ++i) EXPECT_EQ(found[i].id, i + 1);
}

TEST(BestMatches, AreNoneWhereNoTermIsKnown) {
  std::mt19937 random(kSeed);
  std::vector<ShardPostings> shards = {ShardPostings(make_shard(random, 10))};
  TermStatistics statistics(shards);
  EXPECT_TRUE(best_matches({{.term = "unknown"}}, {{.term = term(0)}}, shards, statistics, kMost).empty());
}

}  // namespace
}  // namespace warta::searcher
