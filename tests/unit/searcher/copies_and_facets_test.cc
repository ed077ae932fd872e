// Copies folded in the answer, facets over all that matches, and articles like one of the archive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/facets.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "searcher/similar.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kFlood =
    "Banjir merendam tiga desa di tepi sungai besar. Warga bergotong royong membersihkan lumpur dari rumah masing "
    "masing sejak pagi. Petugas mendirikan dapur umum di balai desa dan menyalurkan air bersih memakai truk tangki. "
    "Kepala desa meminta bantuan selimut karena stok di posko tinggal sedikit.";
const std::string kRepair =
    "Tanggul sungai yang jebol akibat banjir mulai diperbaiki pekan ini. Kontraktor menurunkan empat ekskavator dan "
    "puluhan pekerja ke lokasi. Bupati menargetkan pekerjaan rampung sebelum musim hujan berikutnya datang. Petani "
    "berharap sawah mereka dapat ditanami lagi tahun depan.";

Article article(const std::string& id, const std::string& source, const std::string& body, const char* published,
                std::vector<std::string> authors = {}, const std::string& category = "") {
  Article made;
  made.id = id;
  made.source = source;
  made.title = "Berita " + id;
  made.body = body;
  made.published = parse_timestamp(published).value();
  made.authors = std::move(authors);
  made.category = category;
  return made;
}

class CopiesAndFacetsTest : public testing::Test {
 protected:
  CopiesAndFacetsTest()
      : database_({
            article("a1", "satu.id", kFlood, "2024-05-31T20:00:00Z", {"Sari Dewi"}, "Daerah"),
            article("b1", "dua.id", "KOTA, DUA - " + kFlood, "2024-06-01T08:00:00+07:00", {"SARI DEWI", "Budi"},
                    "daerah"),
            article("c1", "tiga.id", kFlood + " Baca juga berita lain.", "2024-06-02", {}, "Daerah"),
            article("d1", "dua.id", kRepair, "2024-07-01", {"Budi"}, "Ekonomi"),
            article("e1", "", "Banjir pendek.", "2024-07-02"),
        }),
        session_(Session::open(database_.path()).value()) {}

  Clause clause(const std::string& query) {
    const ParsedQuery parsed = parse_query(query, {2024, 7, 1}).value();
    return make_clause(parsed.root, session_.analyzer()).value();
  }

  SearchResult found(const std::string& query, SearchOptions options = {}) {
    return search(session_, clause(query), options).value();
  }

  Facet facet(const std::string& query, FacetKind kind, std::size_t most = 10) {
    return count_facets(session_, clause(query), {kind}, most, kWibOffsetMinutes).value().facets.front();
  }

  static std::vector<std::string> ids(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const Hit& hit : result.hits) ids.push_back(hit.article.id);
    return ids;
  }

  test::TestDatabase database_;
  Session session_;
};

TEST_F(CopiesAndFacetsTest, OneOfSeveralCopiesStandsForAll) {
  const SearchResult result = found("banjir desa");
  ASSERT_EQ(result.all_words.count, 3U);  // counts are of articles
  ASSERT_EQ(result.hits.front().copies.others, 2U);
  EXPECT_EQ(result.hits.front().copies.sources.size(), 2U);
  EXPECT_EQ(ids(result).size(), 3U);  // the cluster, and two that hold some of the words
}

TEST_F(CopiesAndFacetsTest, UnfoldedAllAreShown) {
  SearchOptions options;
  options.folds_copies = false;
  const SearchResult result = found("banjir desa", options);
  EXPECT_EQ(result.hits.size(), 5U);
}

TEST_F(CopiesAndFacetsTest, TheOrderAskedForDecidesWhichOneStands) {
  SearchOptions options;
  options.sort = SortOrder::newest;
  EXPECT_THAT(ids(found("petugas dapur", options)), ElementsAre("c1"));
  options.sort = SortOrder::oldest;
  EXPECT_THAT(ids(found("petugas dapur", options)), ElementsAre("a1"));
}

TEST_F(CopiesAndFacetsTest, PagesGoOnBehindFoldedHits) {
  SearchOptions options;
  options.sort = SortOrder::newest;
  options.limit = 1;
  std::vector<std::string> pages;
  for (options.offset = 0; options.offset < 4; ++options.offset) {
    for (const std::string& id : ids(found("banjir", options))) pages.push_back(id);
  }
  EXPECT_THAT(pages, ElementsAre("e1", "d1", "c1"));
}

// Only one of the copies holds the phrase: it is found though another one would rank before it.
TEST_F(CopiesAndFacetsTest, APhraseIsLookedForInEachCopy) {
  const SearchResult result = found("\"Baca juga berita\"");
  EXPECT_THAT(ids(result), ElementsAre("c1"));
  EXPECT_EQ(result.hits.front().copies.others, 2U);
  EXPECT_EQ(found("\"dapur umum\"").hits.size(), 1U);
  EXPECT_EQ(found("\"dapur umum\"").all_words.count, 3U);
}

TEST_F(CopiesAndFacetsTest, CountsEveryMatchingArticle) {
  const struct {
    const char* query;
    FacetKind kind;
    std::vector<FacetCount> values;
    std::uint64_t without;
  } kCases[] = {
      {"banjir", FacetKind::source, {{"dua.id", 2}, {"satu.id", 1}, {"tiga.id", 1}}, 1},
      {"banjir", FacetKind::month, {{"2024-07", 2}, {"2024-06", 3}}, 0},  // in WIB
      {"banjir", FacetKind::category, {{"Daerah", 3}, {"Ekonomi", 1}}, 1},
      {"banjir", FacetKind::author, {{"Budi", 2}, {"SARI DEWI", 2}}, 2},
      {"\"dapur umum\"", FacetKind::source, {{"dua.id", 1}, {"satu.id", 1}, {"tiga.id", 1}}, 0},
      {"\"air bersih memakai perahu\"", FacetKind::source, {}, 0},
      {"banjir tsunami", FacetKind::category, {{"Daerah", 3}, {"Ekonomi", 1}}, 1},  // none has all words
  };
  for (const auto& row : kCases) {
    const Facet counted = facet(row.query, row.kind);
    EXPECT_EQ(counted.values, row.values) << row.query << " by " << name_of(row.kind);
    EXPECT_EQ(counted.without, row.without) << row.query << " by " << name_of(row.kind);
  }
}

TEST_F(CopiesAndFacetsTest, WhatIsNotListedIsSummedUp) {
  const Facet counted = facet("banjir", FacetKind::source, 1);
  EXPECT_THAT(counted.values, ElementsAre(FacetCount{"dua.id", 2}));
  EXPECT_EQ(counted.other_values, 2U);
  EXPECT_EQ(counted.other_articles, 2U);
}

TEST_F(CopiesAndFacetsTest, FacetsHaveNamesInBothLanguages) {
  EXPECT_EQ(facet_kind("Bulan"), FacetKind::month);
  EXPECT_EQ(facet_kind("author"), FacetKind::author);
  EXPECT_EQ(facet_kind("cuaca"), std::nullopt);
}

TEST_F(CopiesAndFacetsTest, SimilarArticlesAreNeitherItselfNorItsCopies) {
  const SimilarQuery similar = make_similar_query(session_, "b1").value();
  const std::vector<std::string> hits = ids(find_similar(session_, similar, nullptr, {}).value());
  EXPECT_THAT(hits, testing::Not(testing::Contains(testing::AnyOf("a1", "b1", "c1"))));
  const Clause filter = clause("sumber:satu.id");
  EXPECT_THAT(ids(find_similar(session_, similar, &filter, {}).value()), IsEmpty());
  EXPECT_EQ(make_similar_query(session_, "zz").error().code, ExitCode::usage);
}

TEST(SimilarTest, ArticlesWithoutADateComeLastByAge) {
  std::vector<Article> articles = {
      article("x", "satu.id", kFlood, "2024-06-05"),
      article("tanpa", "dua.id", "Lumpur di rumah warga tepi sungai.", "2024-06-01"),
      article("lama", "dua.id", "Lumpur di tepi sungai hulu.", "2024-06-01"),
      article("baru", "dua.id", "Lumpur di tepi sungai muara.", "2024-06-03"),
  };
  for (int i = 0; i < 8; ++i) {
    articles.push_back(article("lain" + std::to_string(i), "dua.id", "Harga cabai naik lagi.", "2024-05-01"));
  }
  articles[1].published.reset();
  const test::TestDatabase database(articles);
  Session session = Session::open(database.path()).value();
  const SimilarQuery similar = make_similar_query(session, "x").value();
  const struct {
    unsigned offset, limit;
    std::vector<std::string> ids;
  } kCases[] = {{0, 10, {"lama", "baru", "tanpa"}}, {1, 1, {"baru"}}, {2, 10, {"tanpa"}}, {0, 2, {"lama", "baru"}}};
  for (const auto& row : kCases) {
    SearchOptions options;
    options.sort = SortOrder::oldest;
    options.offset = row.offset;
    options.limit = row.limit;
    std::vector<std::string> ids;
    const SearchResult result = find_similar(session, similar, nullptr, options).value();
    for (const Hit& hit : result.hits) ids.push_back(hit.article.id);
    EXPECT_EQ(ids, row.ids) << row.offset << " " << row.limit;
  }
}

TEST_F(CopiesAndFacetsTest, SimilarFoldsCopies) {
  const SimilarQuery similar = make_similar_query(session_, "d1").value();
  const SearchResult result = find_similar(session_, similar, nullptr, {}).value();
  ASSERT_FALSE(result.hits.empty());
  EXPECT_EQ(result.hits.size(), 1U + (result.hits.size() > 1 ? 1U : 0U));  // the cluster, and perhaps the short one
}

}  // namespace
}  // namespace warta::searcher
