// Recency: what new articles gain, that a search orders by it, and that the query can be sent to a remote shard.
#include "searcher/ranking/recency.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/ranking/bm25.h"
#include "searcher/search.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kNewest = 20000 * kDay;

Timestamp days_before_newest(double days) {
  return {kNewest - static_cast<std::int64_t>(days * static_cast<double>(kDay)), 0, true};
}

TEST(RecencyPrior, HalvesWithAgeInSteps) {
  const RecencyPrior prior(10, kNewest, 4.0);
  const struct {
    double days;
    double gain;
  } cases[] = {{-3, 4}, {0, 4}, {1, 4}, {2, 3}, {6, 3}, {7, 2}, {10, 2}, {14, 2}, {20, 1}, {29, 1}, {31, 0}, {9999, 0}};
  for (const auto& row : cases) EXPECT_EQ(prior.gain(days_before_newest(row.days)), row.gain) << row.days;
  EXPECT_EQ(prior.gain(std::nullopt), 0);
}

Article article(const std::string& id, const std::string& body, const std::string& published) {
  Article made;
  made.id = id;
  made.body = body;
  if (!published.empty()) made.published = parse_timestamp(published).value();
  return made;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = {
      article("best", "Gempa mengguncang kota pagi ini, dan gempa susulan terasa.", "2021-03-01"),
      article("undated", "Gempa mengguncang kota pagi ini, dan gempa susulan terasa lagi.", ""),
      article("newest", "Kota diguncang gempa pagi ini, warga keluar rumah dan menunggu kabar.", "2024-05-20"),
      article("recent", "Kota diguncang gempa pagi ini, warga keluar rumah, lalu menunggu kabar dari desa.",
              "2024-05-11"),
      article("other", "Harga beras turun di pasar.", "2024-05-19"),
  };
  return all;
}

std::map<Xapian::docid, double> scores_of(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  std::map<Xapian::docid, double> scores;
  const Xapian::MSet matches = enquire.get_mset(0, 10);
  for (auto match = matches.begin(); match != matches.end(); ++match) scores[*match] = match.get_weight();
  return scores;
}

TEST(RecencyPrior, AddsItsGainToTheScoreAlsoOverTheWire) {
  const test::TestDatabase made(articles());
  const Xapian::Database database(made.path());
  const Xapian::Query plain("gempa");
  const RecencyPrior prior(10, articles()[2].published->epoch_seconds, 1.0);
  const Xapian::Query query = prior.added_to(plain);
  const std::map<Xapian::docid, double> before = scores_of(plain, database);
  const std::map<Xapian::docid, double> after = scores_of(query, database);
  ASSERT_EQ(after.size(), 4U);
  for (const auto& [id, score] : after) {
    EXPECT_NEAR(score, before.at(id) + prior.gain(articles()[id - 1].published), 1e-9) << articles()[id - 1].id;
  }
  EXPECT_EQ(scores_of(Xapian::Query::unserialise(query.serialise()), database), after);
}

std::string first_hit(const test::TestDatabase& database, const SearchOptions& options) {
  Session session = Session::open(database.path()).value();
  const Clause clause = make_clause(parse_plain_query("gempa")->root, session.analyzer()).value();
  const SearchResult result = search(session, clause, options).value();
  if (result.hits.empty()) return {};
  EXPECT_EQ(result.hits.front().recency > 0,
            options.recency_half_life_days > 0 && options.sort == SortOrder::relevance);
  return result.hits.front().article.id;
}

TEST(Recency, LiftsNewArticlesWhereItIsAskedFor) {
  const test::TestDatabase database(articles());
  SearchOptions options;
  EXPECT_EQ(first_hit(database, options), "best");
  options.recency_half_life_days = 30;
  EXPECT_EQ(first_hit(database, options), "newest") << "age counts from the newest article where an archive has ended";
  options.sort = SortOrder::oldest;
  EXPECT_EQ(first_hit(database, options), "best");
}

}  // namespace
}  // namespace warta::searcher
