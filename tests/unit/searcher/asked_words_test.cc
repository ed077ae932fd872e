// Which words of a question count less: "*" stands behind them.
#include <gtest/gtest.h>

#include "indexer/database_settings.h"
#include "searcher/query/clause.h"
#include "searcher/query/parser.h"
#include "searcher/query/xapian_query.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

std::string weighed(const char* query) {
  analysis::Analyzer analyzer = analysis::Analyzer::create(indexer::DatabaseSettings().analysis).value();
  const std::optional<Clause> clause = make_clause(parse_plain_query(query)->root, analyzer);
  std::string out;
  for_each_wanted_leaf(clause.value(), [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) {
      out += (out.empty() ? "" : " ") + unit.text + (unit.share == kAskedShare ? "*" : "");
    }
  });
  return out;
}

TEST(AskedWords, CountLessInQuestionsOnly) {
  const struct {
    const char* query;
    const char* units;
  } cases[] = {
      {"Apa alasan pemecatan pelatih?", "apa alasan* pemecatan pelatih"},
      {"Berapakah jumlah penduduk Ambon?", "berapakah jumlah* penduduk ambon"},
      {"apa yang dimaksud dengan inflasi", "apa yang dimaksud* dengan inflasi"},
      {"alasan pemecatan pelatih", "alasan pemecatan pelatih"},
      {"Siapa pelatih PSM?", "siapa pelatih psm"},
      {"apa arti nama", "apa arti* nama*"},
  };
  for (const auto& row : cases) EXPECT_EQ(weighed(row.query), row.units) << row.query;
}

// A thousand times the same word took half a second, and ranks as a few times do.
TEST(Words, CountEightTimesAtMost) {
  std::string query = "harga";
  std::string units = query;
  for (int i = 0; i < 100; ++i) query += " beras Beras";
  for (int i = 0; i < 8; ++i) units += " beras";
  EXPECT_EQ(weighed((query + " naik").c_str()), units + " naik");
}

TEST(AskedWords, NeedNotBeInTheAnswer) {
  analysis::Analyzer analyzer = analysis::Analyzer::create(indexer::DatabaseSettings().analysis).value();
  const std::pair<const char*, bool> cases[] = {{"apa definisi inflasi", true}, {"definisi inflasi", false}};
  for (const auto& [query, asks] : cases) {
    const Clause clause = make_clause(parse_plain_query(query)->root, analyzer).value();
    EXPECT_EQ(make_xapian_queries(clause, 0, Xapian::Database()).asks, asks) << query;
  }
}

TEST(AskedWords, AreExplainedByTheirShare) {
  analysis::Analyzer analyzer = analysis::Analyzer::create(indexer::DatabaseSettings().analysis).value();
  const Clause clause = make_clause(parse_plain_query("apa alasan pelatih")->root, analyzer).value();
  const auto shares = term_shares(clause, {clause.units[1].terms[0], clause.units[2].terms[0]}, kAcronymShare);
  EXPECT_EQ(shares.at(clause.units[1].terms[0]), kAskedShare);
  EXPECT_EQ(shares.at(clause.units[2].terms[0]), 1.0);
}

}  // namespace
}  // namespace warta::searcher
