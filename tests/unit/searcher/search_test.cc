// Searching by examples: six small articles, and which of them each query finds, best first.
#include "searcher/search.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/inner_words.h"
#include "searcher/query/parser.h"
#include "searcher/query/prefix_expansion.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

constexpr CivilDate kToday{2024, 5, 15};

Article article(std::string id, std::string title, std::string body, std::string published, std::string source,
                std::vector<std::string> authors = {}) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  if (!published.empty()) made.published = parse_timestamp(published).value();
  made.source = std::move(source);
  made.authors = std::move(authors);
  made.category = "Ekonomi";
  made.tags = {"pangan"};
  return made;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = {
      article("a", "Harga Beras Naik", "Harga beras di pasar naik sejak Senin. Pedagang mengeluh.\nStok menipis.",
              "2024-05-12T08:00:00+07:00", "news.kabarpagi.id", {"Siti Rahma"}),
      article("b", "Petani Menanam Jagung", "Petani menanam jagung karena beras mahal, kata Budi. Harga pupuk turun.",
              "2024-04-01T23:30:00+07:00", "suaradesa.id", {"Budi Santoso"}),
      article("c", "Banjir Melanda Kota", "Banjir merendam pasar. Harga beras belum berubah.",
              "2024-03-10T10:00:00+07:00", "kabarpagi.id"),
      article("d", "Beras Impor Tiba", "Kapal pembawa beras impor tiba. Naiknya pasokan menekan harga.", "2023-12-31",
              "suaradesa.id"),
      article("e", "Karyawan di-PHK", "Sebanyak 200 karyawan di-PHK pekan ini.", "", "kabarpagi.id"),
      article("f", "Utang Negara",
              "Utang sebesar Rp1,5 miliar dilunasi saat HUT ke-79 RI. \xE2\x80\x9CIni kabar baik,\xE2\x80\x9D katanya.",
              "2024-05-15T00:30:00+07:00", "kabarpagi.id"),
  };
  return all;
}

class SearchTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { database_ = new test::TestDatabase(articles()); }
  static void TearDownTestSuite() {
    delete database_;
    database_ = nullptr;
  }

  static SearchResult search_for(const std::string& query, const SearchOptions& options = {}) {
    Session session = Session::open(database_->path()).value();
    const ParsedQuery parsed = parse_query(query, kToday).value();
    std::optional<Clause> clause = make_clause(parsed.root, session.analyzer());
    if (!clause) return {};
    find_inner_words(*clause, session.database());
    find_prefix_terms(*clause, session.shards(), session.database(), session.analyzer());
    return search(session, *clause, options).value();
  }

  // Ids of the hits in their order.
  static std::string found(const std::string& query, const SearchOptions& options = {}) {
    std::string ids;
    for (const Hit& hit : search_for(query, options).hits) ids += hit.article.id;
    return ids;
  }

  static std::string found_sorted(const std::string& query) {
    std::string ids = found(query);
    std::ranges::sort(ids);
    return ids;
  }

  static test::TestDatabase* database_;
};

test::TestDatabase* SearchTest::database_ = nullptr;

struct Case {
  const char* query;
  const char* ids;  // in alphabetical order
};

TEST_F(SearchTest, FindsWhatTheQuerySays) {
  const Case cases[] = {
      // Words: any form and case; every word before some words.
      {"jagung", "b"},
      {"JAGUNG", "b"},
      {"kapal", "d"},
      {"tidakada", ""},
      {"yang", ""},
      {"?", ""},
      // Operators.
      {"beras AND jagung", "b"},
      {"jagung OR banjir", "bc"},
      {"beras NOT jagung", "acd"},
      {"+beras -naik", "bc"},
      {"NOT beras", "ef"},
      {"(jagung OR impor) AND harga", "bd"},
      // Prefixes of words as they are written, also where the stem begins otherwise; and of stems.
      {"pedag*", "a"},
      {"mena*", "b"},
      {"mengel*", "a"},
      {"kary*", "e"},
      {"mela* judul:banj*", "c"},
      {"penulis:bud*", "b"},
      {"dilu*", "f"},  // an affix, and one letter of the stem
      {"dil*", "f"},
      {"meng*", "a"},    // nothing but an affix
      {"katany*", "f"},  // more than the stem
      {"judul:mel*", "c"},
      {"-mel* banjir", ""},
      {"harg* harg*", "abcd"},
      // Exact phrases: case and form, no word cut, white space and typography folded.
      {"\"harga beras\"", ""},
      {"\"Harga beras\"", "ac"},
      {"\"Harga Beras\"", "a"},
      {"\"beras di pasar naik\"", "a"},
      {"\"beras impor\"", "d"},
      {"\"beras imp\"", ""},
      {"\"mengeluh. Stok\"", "a"},
      {"\"karyawan di-PHK\"", "e"},
      {"\"PHK\"", "e"},
      {"\"karyawan di\"", "e"},
      {"\"HUT ke\"", "f"},
      {"\"sebesar Rp1\"", ""},
      {"\"Rp1,5 miliar\"", "f"},
      {"\"Rp1\"", ""},
      {"\"ke-79 RI\"", "f"},
      {"\"79 RI\"", "f"},
      {"\"RI. \\\"Ini kabar baik,\\\" katanya\"", "f"},
      {"\"Ini kabar baik\"", "f"},
      {"\"beras mahal, kata Budi\"", "b"},
      // Stemmed phrases: any form, same order, side by side.
      {"~\"harga beras\"", "ac"},
      {"~\"beras harga\"", ""},
      {"~\"petani menanam\"", "b"},
      {"~\"tanam jagung\"", "b"},
      {"~\"karyawan di\"", "e"},  // as it is written
      {"~\"pekerja di\"", ""},
      // Near, sentence, paragraph.
      {"\"beras harga\"~2", "ac"},
      {"\"naik beras\"~4", "ad"},
      {"\"pupuk jagung\"~3", ""},
      {"harga NEAR/2 pupuk", "b"},
      {"\"harga pedagang\"~kalimat", ""},
      {"\"harga pedagang\"~paragraf", "a"},
      {"\"harga stok\"~paragraf", ""},
      {"\"harga senin\"~kalimat", "a"},
      // What is excluded with a phrase is decided by the phrase.
      {"beras NOT ~\"harga beras\"", "bd"},
      {"NOT \"Harga beras\"", "bdef"},
      {"\"Harga beras\" OR jagung", "abc"},
      {"\"Harga beras\" AND NOT banjir", "a"},
      // Fields.
      {"judul:beras", "ad"},
      {"title:(harga naik)", "a"},
      {"judul:\"Harga Beras\"", "a"},
      {"judul:\"Harga beras\"", ""},
      {"sumber:kabarpagi.id", "acef"},
      {"sumber:news.kabarpagi.id", "a"},
      {"penulis:\"siti rahma\"", "a"},
      {"beras -sumber:suaradesa.id", "ac"},
      {"kategori:ekonomi jagung", "b"},
      {"tag:pangan jagung", "b"},
      {"~\"harga beras\" sumber:kabarpagi.id -penulis:\"Siti Rahma\"", "c"},
      {"id:b", "b"},
      // Dates, in WIB.
      {"tanggal:2024", "abcf"},
      {"tanggal:2024-04-01", "b"},
      {"tanggal:hari-ini", "f"},
      {"tanggal:..2023", "d"},
      {"tanggal:2024-05..", "af"},
      {"beras tanggal:2024-03..2024-04", "bc"},
      {"\"Harga beras\" tanggal:2024-05", "a"},
      {"NOT (\"Harga beras\" OR tanggal:2023)", "bef"},
  };
  for (const Case& row : cases) EXPECT_EQ(found_sorted(row.query), row.ids) << row.query;
}

TEST_F(SearchTest, PutsArticlesWithAllWordsFirst) {
  const SearchResult result = search_for("jagung harga");
  ASSERT_GE(result.hits.size(), 2U);
  EXPECT_EQ(result.hits[0].article.id, "b");
  EXPECT_TRUE(result.is_relaxed);
  EXPECT_EQ(result.all_words.count, 1U);
  EXPECT_EQ(result.some_words.count, 3U);
}

TEST_F(SearchTest, CountsLongQueriesByWhatTheyHold) {
  const SearchResult result = search_for("harga beras pasar senin");
  EXPECT_EQ(result.hits.front().article.id, "a");
  EXPECT_EQ(result.all_words.count, 1U);
  EXPECT_EQ(result.some_words.count, 3U);
}

TEST_F(SearchTest, SortsByDateWithUndatedArticlesLast) {
  SearchOptions options;
  options.sort = SortOrder::newest;
  EXPECT_EQ(found("sumber:kabarpagi.id", options), "face");
  options.sort = SortOrder::oldest;
  EXPECT_EQ(found("sumber:kabarpagi.id", options), "cafe");
  EXPECT_EQ(found("~\"harga beras\"", options), "ca");
}

// "d" has a day and no time of day: it is that day wherever the reader is.
TEST_F(SearchTest, KeepsADayInEveryZone) {
  for (const int hours : {0, 7, 9}) {
    SearchOptions options;
    options.offset_minutes = hours * 60;
    EXPECT_EQ(found("kapal tanggal:2023-12-31", options), "d") << hours;
    EXPECT_EQ(found("kapal tanggal:2023-12-30", options), "") << hours;
    EXPECT_EQ(found("\"Kapal pembawa\" tanggal:2023-12-31", options), "d") << hours << ", verified";
  }
}

TEST_F(SearchTest, PagesThroughTiersWithoutGapOrRepetition) {
  for (const char* query : {"jagung harga", "harga beras", "~\"harga beras\" OR tiba", "harga beras pasar senin"}) {
    SearchOptions options;
    options.limit = 100;
    const std::string all = found(query, options);
    std::string pages;
    options.limit = 1;
    for (; options.offset < 8; ++options.offset) pages += found(query, options);
    EXPECT_EQ(pages, all) << query;
  }
}

TEST_F(SearchTest, SaysWhichPhraseModesMatched) {
  const SearchResult result = search_for("\"Harga Beras\" OR ~\"harga beras\" OR \"stok naik\"~kalimat");
  ASSERT_EQ(result.hits.size(), 2U);
  for (const Hit& hit : result.hits) {
    const bool is_a = hit.article.id == "a";
    EXPECT_EQ(hit.modes,
              is_a ? (std::vector{PhraseMode::exact, PhraseMode::stemmed}) : std::vector{PhraseMode::stemmed});
  }
}

TEST_F(SearchTest, PagesShowTheHitsOfOneLongPage) {
  SearchOptions options;
  for (const char* query : {"harga beras", "harga beras petani", "harga beras petani jagung naik"}) {
    options.offset = 0;
    options.limit = 10;
    const SearchResult all = search_for(query, options);
    ASSERT_GT(all.hits.size(), 1U);
    options.limit = 1;
    for (const Hit& hit : all.hits) {
      const SearchResult page = search_for(query, options);
      ASSERT_EQ(page.hits.size(), 1U) << query << " from " << options.offset;
      EXPECT_EQ(page.hits.front().article.id, hit.article.id) << query << " from " << options.offset;
      ++options.offset;
    }
  }
}

TEST(Pages, GoOnAmongEqualsWhereTheSecondStageEnds) {
  std::vector<Article> equals;
  for (int i = 100; i < 170; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.title = "Banjir surut di kampung " + article.id;
    article.body = "Banjir di kampung nomor " + article.id + " surut setelah hujan reda.";
    equals.push_back(article);
  }
  const test::TestDatabase database(equals);
  Session session = Session::open(database.path()).value();
  const std::optional<Clause> clause =
      make_clause(parse_query("banjir surut", kToday).value().root, session.analyzer());
  SearchOptions options;
  options.limit = 10;
  options.folds_copies = false;
  std::set<std::string> seen;
  for (; options.offset < equals.size(); options.offset += options.limit) {
    const SearchResult page = search(session, *clause, options).value();
    for (const Hit& hit : page.hits) seen.insert(hit.article.id);
  }
  EXPECT_EQ(seen.size(), equals.size());
}

TEST_F(SearchTest, ExplainsScores) {
  SearchOptions options;
  options.explain = true;
  const SearchResult result = search_for("jagung petani", options);
  ASSERT_FALSE(result.hits.empty());
  ASSERT_TRUE(result.hits.front().features);
  double total = sum(*result.hits.front().features);
  for (const TermScore& row : result.hits.front().term_scores) total += row.score;
  EXPECT_NEAR(total, result.hits.front().score, 1e-6);
  EXPECT_FALSE(result.candidates.empty());
}

}  // namespace
}  // namespace warta::searcher
