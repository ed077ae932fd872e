// Query -> the query that was probably meant, in a database of a few articles.
#include "searcher/spelling/query_correction.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

Article article(std::string id, std::string title, std::string body) {
  Article result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.body = std::move(body);
  return result;
}

std::vector<Article> articles() {
  std::vector<Article> all;
  for (int i = 0; i < 100; ++i) {
    all.push_back(article(std::to_string(i), "Harga beras naik",
                          "Kata Presiden Prabowo, pemerintah mengimpor beras. PHK batal."));
  }
  all.push_back(article("slip", "Kabar", "Harga berss di pasar Prabowa."));
  return all;
}

std::string corrected(std::string_view text) {
  static const test::TestDatabase database(articles());
  static Session session = std::move(*Session::open(database.path()));
  const auto query = parse_query(text, CivilDate{2024, 5, 12});
  const std::optional<Clause> clause = make_clause(query->root, session.analyzer());
  const Result<SearchResult> result = search(session, *clause, {});
  const std::optional<CorrectedQuery> correction = correct_query(text, *clause, *result, session);
  return correction ? correction->query : "-";
}

TEST(QueryCorrection, KeepsEverythingElseAsItWasTyped) {
  struct Row {
    const char* query;
    const char* corrected;
  };
  constexpr Row kRows[] = {
      {"harga beras", "-"},
      {"harag beras", "harga beras"},
      {"Harag  BERSA!", "Harga  BERAS!"},
      {"\"harag beras\" judul:naikk", "\"harga beras\" judul:naik"},
      {"(harag ATAU presdien) -bersa", "(harga ATAU presiden) -bersa"},  // what is excluded stays
      {"sumber:presdien beras", "-"},                                    // a site is no word
      {"bers*", "-"},
      {"ber as", "beras"},
      {"buruh diPHK beras", "buruh di-PHK beras"},
      {"diBERAS kePHK sePHK", "diBERAS ke-PHK se-PHK"},  // the first is found by its stem
      {"di-PHK diXYZ diphk", "-"},
      {"harga berss pasar", "-"},  // an article says just this
  };
  for (const Row& row : kRows) EXPECT_EQ(corrected(row.query), row.corrected) << row.query;
}

}  // namespace
}  // namespace warta::searcher
