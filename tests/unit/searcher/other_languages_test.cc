// Articles of other languages among Indonesian ones: every word of each is found, in any case, and in phrases.
#include "searcher/query/other_languages.h"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/presentation/highlight.h"
#include "searcher/query/parser.h"
#include "searcher/query/prefix_expansion.h"
#include "searcher/search.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

Article article(std::string id, std::string language, std::string title, std::string body) {
  Article made;
  made.id = std::move(id);
  made.language = std::move(language);
  made.title = std::move(title);
  made.body = std::move(body);
  return made;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> all = {
      article("i", "id", "Pembangunan Jalan Dimulai", "Pemerintah membangun jalan serta jembatan di desa itu."),
      article("j", "", "Kerajaan Kuno",
              "Raja itu memerintah kerajaan selama dua puluh tahun, lalu menulis sejarahnya."),
      article("m", "ms", "Kerajaan Bina Lebuhraya",
              "Kerajaan berkata pembinaan lebuhraya bermula Julai. Anak-anak "
              "sekolah menanti."),
      article("e", "en", "Bean Prices Rise",
              "The market was banned from selling beans, begins a report on dietary "
              "perils in Peru. Kanal is Dutch for canal."),
      article("w", "jv", "Pasar Anyar", "Bupati ngresmekake pasar anyar ing dina Senin kanggo para bakul."),
  };
  return all;
}

class OtherLanguages : public testing::Test {
 protected:
  explicit OtherLanguages(const std::vector<Article>& held = articles())
      : database_(held), session_(Session::open(database_.path()).value()) {}

  Clause clause_of(const std::string& query) {
    Clause clause = make_clause(parse_query(query, {2024, 5, 15}).value().root, session_.analyzer()).value();
    find_in_other_languages(clause, session_.database());
    find_prefix_terms(clause, session_.shards(), session_.database(), session_.analyzer());
    return clause;
  }

  // Ids of what matches all of the query, in alphabetical order.
  std::string found(const std::string& query) {
    SearchResult result = search(session_, clause_of(query), {}).value();
    std::string ids;
    for (const Hit& hit : result.hits) ids += hit.article.id;
    ids.resize(std::min<std::size_t>(ids.size(), result.all_words.count));
    std::ranges::sort(ids);
    return ids;
  }

  test::TestDatabase database_;
  Session session_;
};

std::string in_case(std::string text, int (*convert)(int)) {
  std::ranges::transform(text, text.begin(), [&](unsigned char c) { return static_cast<char>(convert(c)); });
  return text;
}

TEST_F(OtherLanguages, EveryWordIsFoundInAnyCase) {
  for (const Article& article : articles()) {
    std::istringstream words(article.title + ' ' + article.body);
    for (std::string word; words >> word;) {
      word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == '.' || c == ','; }), word.end());
      for (const std::string& form : {word, in_case(word, std::tolower), in_case(word, std::toupper)}) {
        for (const char* shape : {"+{}", "~\"{}\"", "{} bahasa:{}"}) {
          std::string query = shape;
          query.replace(query.find("{}"), 2, form);
          if (const auto at = query.find("{}"); at != std::string::npos) {
            query.replace(at, 2, article.language.empty() ? "id" : article.language);
          }
          EXPECT_NE(found(query).find(article.id), std::string::npos) << query << " in " << article.id;
        }
      }
    }
  }
}

TEST_F(OtherLanguages, MeetTheQueriesOfTheirOwnForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"kerajaan", "jm"},  // as it stands in Malay, and by its stem in Indonesian
      {"raja", "j"},       // never by the stem of a Malay word
      {"membangun", "i"},
      {"pembinaan", "m"},
      {"bina", "m"},  // stands in the title as it is
      {"judul:kerajaan", "jm"},
      {"judul:prices", "e"},
      {"\"Kerajaan Bina\"", "m"},
      {"~\"kerajaan berkata\"", "m"},
      {"\"kerajaan julai\"~9", "m"},
      {"\"kerajaan pembinaan\"~kalimat", "m"},
      {"\"begins report\"~5", "e"},
      {"keraj*", "jm"},
      {"pembina*", "m"},
      {"kerajaan -pembinaan", "j"},
      {"(kerajaan OR banned)", "ejm"},
      {"bahasa:ms", "m"},
      {"language:en", "e"},
      {"bahasa:inggris", "e"},
      {"bahasa:id", "ij"},
      {"bahasa:jawa", "w"},
      {"kerajaan bahasa:id", "j"},
      {"-bahasa:id kerajaan", "m"},
  };
  for (const auto& [query, ids] : cases) EXPECT_EQ(found(query), ids) << query;
}

TEST_F(OtherLanguages, AreHighlightedByTheWordItself) {
  const Clause clause = clause_of("kerajaan");
  const Highlighter highlighter(clause);
  ArticleText text(articles()[2], session_.analyzer());
  const std::vector<Fragment> title = highlighter.highlight(text.title);
  ASSERT_FALSE(title.empty());
  EXPECT_EQ(title.front().text, "Kerajaan");
  EXPECT_TRUE(title.front().is_match);
}

// A word that is rare only because few articles are in its language does not outrank the Indonesian ones.
TEST_F(OtherLanguages, WeighAWordByAllThatHaveIt) {
  const Clause clause = clause_of("kerajaan");
  ASSERT_EQ(clause.units.front().unstemmed.size(), 1u);
  EXPECT_EQ(clause.units.front().unstemmed.front().term, "Ukerajaan");
  EXPECT_LT(clause.units.front().unstemmed.front().share, 1.0);
  EXPECT_GT(clause.units.front().unstemmed.front().share, 0.0);
}

class IndonesianAlone : public OtherLanguages {
 protected:
  IndonesianAlone() : OtherLanguages({articles()[0], articles()[1]}) {}
};

TEST_F(IndonesianAlone, NeedsNoOtherTerms) {
  EXPECT_TRUE(clause_of("kerajaan pembinaan").units.front().unstemmed.empty());
  EXPECT_FALSE(clause_of("kerajaa*").asks_unstemmed);
  EXPECT_EQ(found("kerajaan"), "j");
}

}  // namespace
}  // namespace warta::searcher
