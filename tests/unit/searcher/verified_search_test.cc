// Signatures and walks through postings are shortcuts: queries with phrases have the same answers without them.
#include "searcher/verified_search.h"

#include <array>
#include <cctype>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/query/prefix_expansion.h"
#include "tests/support/read_sources.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

constexpr unsigned kSeed = 6;
constexpr unsigned kQueries = 600;
constexpr CivilDate kToday{2024, 5, 15};

// What an index from before signatures holds.
void remove_signatures(const std::string& path) {
  Xapian::WritableDatabase database(path + "/gen-000001", Xapian::DB_OPEN);
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    Xapian::Document document = database.get_document(id);
    ASSERT_NE(document.get_value(kPairsSlot), "");
    document.remove_value(kPairsSlot);
    database.replace_document(id, document);
  }
  database.commit();
}

class RandomQueries {
 public:
  explicit RandomQueries(const std::vector<Article>& articles) {
    for (const Article& article : articles) {
      std::istringstream stream(article.title + " " + article.body);
      auto& words = texts_.emplace_back();
      for (std::string word; stream >> word;) {
        std::erase_if(word, [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; });
        if (!word.empty()) words.push_back(word);
      }
    }
  }

  std::string next() {
    switch (random_() % 8) {
      case 0: return phrase() + " " + word();
      case 1: return "(" + phrase() + " OR " + phrase() + ")";
      case 2: return phrase() + " -" + phrase();
      case 3: return phrase() + " AND (" + word() + " OR " + phrase() + ")";
      case 4: return "judul:" + phrase();
      case 5: return phrase() + " tanggal:2020..";
      case 6: return phrase() + " " + phrase();
      default: return phrase();
    }
  }

 private:
  const std::vector<std::string>& text() { return texts_[random_() % texts_.size()]; }

  std::string word() {
    const std::vector<std::string>& words = text();
    return words[random_() % words.size()];
  }

  // Words side by side, now and then with one that stands elsewhere.
  std::string phrase() {
    const std::vector<std::string>& words = text();
    const std::size_t first = random_() % words.size();
    std::string phrase = words[first];
    for (std::size_t i = first + 1; i < std::min(words.size(), first + 2 + random_() % 3); ++i)
      phrase += " " + words[i];
    if (random_() % 4 == 0) phrase += " " + word();
    return std::array{"\"", "~\"", "\""}[random_() % 3] + phrase + std::array{"\"", "\"", "\"~5"}[random_() % 3];
  }

  std::vector<std::vector<std::string>> texts_;
  std::mt19937 random_{kSeed};
};

struct Answered {
  std::vector<std::string> ids;
  std::uint64_t count = 0;

  bool operator==(const Answered&) const = default;
};

Answered ask(Session& session, const std::string& text, SortOrder sort) {
  const QueryResult<ParsedQuery> query = parse_query(text, kToday);
  if (!query) return {};
  std::optional<Clause> clause = make_clause(query->root, session.analyzer());
  if (!clause) return {};
  find_prefix_terms(*clause, session.shards(), session.database(), session.analyzer());
  SearchOptions options;
  options.sort = sort;
  const SearchResult result = search(session, *clause, options).value();
  Answered answered{{}, result.all_words.count};
  for (const Hit& hit : result.hits) answered.ids.push_back(hit.article.id + ":" + std::to_string(hit.score));
  return answered;
}

TEST(VerifiedSearch, AnswersTheSameWithoutSignatures) {
  const auto articles = indexer::read_source(std::string(WARTA_SOURCE_DIR) + "/tests/corpora/articles.jsonl").articles;
  const test::TestDatabase with(articles);
  const test::TestDatabase without(articles);
  remove_signatures(without.path());
  Session session = Session::open(with.path()).value();
  Session bare = Session::open(without.path()).value();
  RandomQueries queries(articles);
  unsigned answered = 0;
  for (unsigned i = 0; i < kQueries; ++i) {
    const std::string query = queries.next();
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
      const Answered expected = ask(bare, query, sort);
      EXPECT_EQ(ask(session, query, sort), expected) << query;
      answered += expected.ids.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(answered, kQueries / 2);
}

// By date, Xapian's matcher proposes the candidates; by relevance, they are walked to.
TEST(VerifiedSearch, FindsTheSameArticlesAsTheMatcher) {
  const auto articles = indexer::read_source(std::string(WARTA_SOURCE_DIR) + "/tests/corpora/articles.jsonl").articles;
  const test::TestDatabase database(articles);
  Session session = Session::open(database.path()).value();
  RandomQueries queries(articles);
  for (unsigned i = 0; i < kQueries; ++i) {
    const std::string query = queries.next();
    EXPECT_EQ(ask(session, query, SortOrder::relevance).count, ask(session, query, SortOrder::newest).count) << query;
  }
}

// Those of high rank match more often than the others: of "terk*" the best candidates all do, and it was taken for
// granted of all that hold a word of the same stem.
TEST(VerifiedSearch, EstimatesCountsByWhatIsOfAnyRank) {
  constexpr unsigned kArticles = 3000;
  constexpr unsigned kMatches = kArticles / 10;
  std::vector<Article> articles(kArticles);
  for (unsigned i = 0; i < kArticles; ++i) {
    articles[i].id = std::to_string(i);
    articles[i].title = "Kabar " + std::to_string(i);
    articles[i].body =
        i % 10 == 0 ? "Terkait itu, hal terkait yang terkait." : "Hal itu berkaitan dengan yang lain sejak dulu.";
    articles[i].published = Timestamp{.epoch_seconds = i * std::int64_t{3600}};
  }
  const test::TestDatabase database(articles);
  Session session = Session::open(database.path()).value();
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    const std::uint64_t count = ask(session, "terk*", sort).count;
    EXPECT_GT(count, kMatches / 2);
    EXPECT_LT(count, kMatches * 2);
  }
}

}  // namespace
}  // namespace warta::searcher
