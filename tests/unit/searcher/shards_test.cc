// Several databases searched as one answer as a single database of the same articles does.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/acronym_table.h"
#include "searcher/completion/completion.h"
#include "searcher/facets.h"
#include "searcher/query/parser.h"
#include "searcher/query/prefix_expansion.h"
#include "searcher/search.h"
#include "searcher/session.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

Article make_article(const std::string& id, const std::string& title, const std::string& body) {
  Article article;
  article.id = id;
  article.title = title;
  article.body = body;
  article.source = "contoh.id";
  return article;
}

// Enough articles that frequencies matter, with ties among them: every third text is the same but for its id.
std::vector<Article> articles() {
  std::vector<Article> made;
  for (int i = 0; i < 30; ++i) {
    const std::string id = std::to_string(100 + i);
    made.push_back(i % 3 == 0 ? make_article(id, "Banjir surut", "Banjir di kampung surut setelah hujan reda.")
                              : make_article(id, "Harga beras " + id,
                                             "Harga beras naik " + std::string(i % 5 == 0 ? "di pasar. " : "lagi. ") +
                                                 "Petani menunggu panen raya nomor " + id + "."));
  }
  return made;
}

class ShardedSearch : public ::testing::Test {
 protected:
  static std::vector<Article> part(std::size_t first, std::size_t step) {
    std::vector<Article> part;
    const std::vector<Article> all = articles();
    for (std::size_t i = first; i < all.size(); i += step) part.push_back(all[i]);
    return part;
  }

  static std::vector<std::pair<std::string, double>> hits(Session& session, const std::string& query) {
    SearchOptions options;
    options.limit = 30;
    options.folds_copies = false;
    const auto parsed = parse_query(query, {2025, 1, 1});
    std::optional<Clause> clause = make_clause(parsed.value().root, session.analyzer());
    find_prefix_terms(*clause, session.shards(), session.database(), session.analyzer());
    std::vector<std::pair<std::string, double>> found;
    const SearchResult result = search(session, *clause, options).value();
    for (const Hit& hit : result.hits) found.emplace_back(hit.article.id, hit.score);
    return found;
  }

  test::TestDatabase whole_{articles()};
  test::TestDatabase first_{part(0, 2)};
  test::TestDatabase second_{part(1, 2)};
};

TEST_F(ShardedSearch, RanksAsOneDatabaseDoesWithTiesToo) {
  Session one = Session::open(whole_.path()).value();
  Session both = Session::open({first_.path(), second_.path()}).value();
  EXPECT_THAT(both.shards(), SizeIs(2));
  for (const char* query : {"harga beras pasar", "banjir surut", "\"panen raya\"", "harga beras \"panen raya\"", "ber*",
                            "pa* me*", "beras ATAU banjir"}) {
    const auto expected = hits(one, query);
    const auto found = hits(both, query);
    ASSERT_EQ(found.size(), expected.size()) << query;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].first, expected[i].first) << query << " at " << i;
      EXPECT_NEAR(found[i].second, expected[i].second, 1e-9) << query << " at " << i;
    }
  }
}

TEST_F(ShardedSearch, AddsUpWhatTheShardsCounted) {
  Session one = Session::open(whole_.path()).value();
  Session both = Session::open({first_.path(), second_.path()}).value();
  EXPECT_EQ(words_beginning_with(both.shards(), "ber"), words_beginning_with(one.shards(), "ber"));
  EXPECT_EQ(articles_with_word(both.shards(), "banjir"), 10U);
  const Completions expected = complete(one, "ha", 5).value();
  const Completions found = complete(both, "ha", 5).value();
  ASSERT_EQ(found.words.size(), expected.words.size());
  for (std::size_t i = 0; i < found.words.size(); ++i) EXPECT_EQ(found.words[i].text, expected.words[i].text);
}

TEST_F(ShardedSearch, RefusesShardsOfAnotherAnalysis) {
  const test::TestDatabase other(part(1, 2), "di\n");
  const auto opened = Session::open({first_.path(), other.path()});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ExitCode::wrong_version);
  EXPECT_THAT(opened.error().message, HasSubstr(first_.path()));
  EXPECT_THAT(opened.error().message, HasSubstr("stop words"));
}

}  // namespace
}  // namespace warta::searcher
