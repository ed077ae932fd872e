// The second stage of the ranking: where a query's words stand in a text, and what the places are worth.
#include "searcher/ranking/reranker.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/database_settings.h"
#include "searcher/query/parser.h"
#include "searcher/ranking/stand_ins.h"

namespace warta::searcher {
namespace {

analysis::Analyzer make_analyzer() {
  return analysis::Analyzer::create(indexer::DatabaseSettings().analysis).value();
}

Clause clause_of(const char* query, analysis::Analyzer& analyzer) {
  return make_clause(parse_plain_query(query)->root, analyzer).value();
}

// Every place as "word@position/sentence", with "=" where the form is the query's.
std::string to_text(const std::vector<WordPlace>& places) {
  std::string out;
  for (const WordPlace& place : places) {
    out += (out.empty() ? "" : " ") + std::to_string(place.word) + "@" + std::to_string(place.position) + "/" +
           std::to_string(place.sentence) + (place.is_exact ? "=" : "");
  }
  return out;
}

std::string places_in(const char* query, const char* text) {
  analysis::Analyzer analyzer = make_analyzer();
  const Clause clause = clause_of(query, analyzer);
  std::vector<const Unit*> units;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) units.push_back(&unit);
  });
  WordFinder finder(units, analyzer);
  std::uint32_t position = 0;
  std::uint32_t sentence = 0;
  std::vector<WordPlace> places;
  finder.find(text, analysis::Stemming::indonesian, position, sentence, places);
  return to_text(places);
}

TEST(WordFinder, FindsEveryFormWithItsPlace) {
  const struct {
    const char* query;
    const char* text;
    const char* places;
  } cases[] = {
      {"harga beras", "", ""},
      {"harga beras", "Harga beras naik.", "0@0/0= 1@1/0="},
      {"tulis surat", "Ia menulis surat-surat.", "0@1/0 1@2/0"},
      {"sapu pukul", "menyapu, lalu memukul", "0@0/0 1@2/0"},
      {"harga beras", "Kata dia.\nHarga tetap. Beras (medan) turun", "0@2/1= 1@4/2="},
      {"harga beras", "Harga di toko H. Budi beras", "0@0/0= 1@5/0="},
      {"harga beras", "\xE2\x80\x9CHarga beras\xE2\x80\x9D", "0@0/0= 1@1/0="},
      {"kpk periksa", "KPK-lah yang memeriksa", "0@0/0 1@2/0"},
      {"ri as", "As ri as. AS", "1@0/0= 0@1/0= 1@2/0= 1@3/0="},
      {"b c", "a b\tc\nb", "0@1/0= 1@2/0= 0@3/1="},
      {"caf\xC3\xA9 kopi", "Kopi di Caf\xC3\xA9?!", "1@0/0= 0@2/0="},
      {"5 orang", "5 orang, 15 telur", "0@0/0= 1@1/0="},
      // What signs part or join otherwise than the term.
      {"bunga 5,50%", "Bunga 5,5%, lalu 5,50 persen", "0@0/0= 1@1/0 2@1/0= 1@3/0= 2@4/0"},
      {"1.500.000 warga", "Warga: 1500000, 1.500.000", "1@0/0= 0@1/0 0@2/0="},
      {"timnas u17", "Timnas U-17, U17", "0@0/0= 1@1/0 1@2/0="},
      {"ktt g7", "KTT G-7", "0@0/0= 1@1/0"},
      {"maruf amin", "Ma'ruf Amin, Ma\xE2\x80\x99ruf", "0@0/0= 1@1/0= 0@2/0="},
      {"mulai 01.45", "Mulai 01:45", "0@0/0= 1@1/0"},
      // Words that scraping glued to others; short ones stand in others by chance.
      {"gempa cianjur", "Korbangempa dicianjur", "0@0/0= 1@1/0="},
      {"apa gempa", "Siapa, gempabumi? Gempak", "1@1/0="},
      {"kata kpk", "olehKPK menurutKatanyaSiti", "1@0/0= 0@1/0"},
      // Titles of other articles, up to their end.
      {"harga beras", "Baca juga: Harga Beras Naik. Harga tetap", "0@5/1="},
      {"harga beras", "BACA JUGA:\nHarga Beras Naik\nBeras turun", "1@5/2="},
      {"harga beras", "baca juga:Harga beras naik\nHarga", "0@4/2="},
      {"harga beras", "Baca harga, juga beras", "0@1/0= 1@3/0="},
      {"harga beras", "Sepi.Baca juga: Harga BerasHarga tetap", "0@3/1="},
      {"harga beras", "Baca Juga\nHarga beras", "0@2/1= 1@3/1="},
  };
  for (const auto& row : cases) EXPECT_EQ(places_in(row.query, row.text), row.places) << row.text;
}

std::vector<FeatureScores> scores_of(const char* query, const std::vector<const Article*>& candidates) {
  analysis::Analyzer analyzer = make_analyzer();
  const Clause clause = clause_of(query, analyzer);
  Reranker reranker(clause, analyzer);
  reranker.take_frequencies([](const std::string&) { return 10; }, 1000);
  return reranker.score(candidates);
}

FeatureScores scores_of(const char* query, const Article& article) {
  const FeatureScores scores = scores_of(query, std::vector{&article}).front();
  const auto words = static_cast<double>(std::ranges::count(std::string_view(query), ' ') + 1);
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    EXPECT_LE(scores[i], kFeatures[i].weight * words * std::log(990.5 / 10.5)) << kFeatures[i].name;
  }
  return scores;
}

double score_of(const std::string& body) {
  Article article;
  article.body = body;
  return sum(scores_of("harga beras naik", article));
}

TEST(Reranker, PrefersWordsThatStandEarlyTogetherAndAsWritten) {
  const std::string filler(400, ' ');
  std::string far;
  for (int i = 0; i < 200; ++i) far += "lalu ";
  const std::pair<std::string, std::string> better_and_worse[] = {
      {"Harga beras naik. Kemarin hujan.", "Kemarin hujan. Harga beras naik."},
      {"Harga beras naik hari ini.", "Harga telur turun. Beras tetap. Gula naik."},
      {"Harga beras naik hari ini.", "Harga beras menaiki tangga."},
      {"Harga beras naik. " + far, "Harga beras. " + far + " naik."},
  };
  for (const auto& [better, worse] : better_and_worse) EXPECT_GT(score_of(better), score_of(worse)) << worse;
  EXPECT_EQ(score_of(""), 0.0);
  EXPECT_EQ(score_of("Harga beras naik."), score_of("Harga" + filler + "beras naik."));
}

TEST(Reranker, ATitleIsASentenceOfItsOwn) {
  Article article;
  article.title = "Harga beras naik";
  article.body = "Pedagang mengeluh.";
  const FeatureScores scores = scores_of("harga beras naik", article);
  EXPECT_EQ(scores[static_cast<std::size_t>(Feature::early)], 0.0) << "the first stage weighs titles";
  EXPECT_GT(scores[static_cast<std::size_t>(Feature::exact_sentence)], 0.0);
}

TEST(Reranker, AListOfTitlesIsNoArticle) {
  Article list;
  list.body =
      "Harga Beras Naik di Pasar Induk\nPedagang Telur Mengeluh Harga Naik\n"
      "Menteri Jelaskan Mengapa Beras Langka\nPanen Raya Tak Turunkan Harga Beras";
  EXPECT_EQ(sum(scores_of("harga beras naik", list)), 0.0);
}

// The places of the query's words in a text to which the alternative may stand for some of them.
std::string places_with(const char* query, Alternative alternative, const char* text) {
  analysis::Analyzer analyzer = make_analyzer();
  Clause clause = clause_of(query, analyzer);
  Clause& words = clause.children.empty() ? clause : clause.children.front();
  if (!alternative.terms.empty()) words.alternatives.push_back(std::move(alternative));
  std::vector<const Unit*> units;
  for (const Unit& unit : words.units) units.push_back(&unit);
  const std::size_t own = WordFinder(units, analyzer).word_count();
  StandIns stand_ins(clause);
  for (const Unit& unit : stand_ins.units()) units.push_back(&unit);
  WordFinder finder(units, analyzer);
  stand_ins.number_words(finder);
  std::uint32_t position = 0;
  std::uint32_t sentence = 0;
  std::vector<WordPlace> places;
  finder.find(text, analysis::Stemming::indonesian, position, sentence, places);
  stand_ins.replace(places, own);
  return to_text(places);
}

TEST(StandIns, AreTakenForTheWordsThatTheyStandFor) {
  const Alternative jabar{.first_unit = 1, .terms = {"jawa", "barat"}};
  EXPECT_EQ(places_with("banjir jabar", jabar, "Banjir di Jawa Barat"), "0@0/0= 1@2/0");
  EXPECT_EQ(places_with("banjir jabar", jabar, "Jawa dan Barat. Jabar"), "1@0/0 1@3/1=") << "a small word between";
  EXPECT_EQ(places_with("banjir jabar", jabar, "Barat Jawa, jawa timur laut barat"), "");
  const Alternative kpk{.first_unit = 0, .unit_count = 2, .terms = {"kpk"}};
  EXPECT_EQ(places_with("komisi korupsi", kpk, "KPK"), "0@0/0 1@0/0");
  // Of a name that shares a word with the query, the word stays.
  const Alternative ketum{.first_unit = 0, .terms = {"ketua", "umum"}};
  EXPECT_EQ(places_with("ketum ketua", ketum, "Ketua umum, ketua"), "1@0/0= 0@0/0 1@2/0=");
}

TEST(StandIns, AreSmallNumbersAndUnitsOfAmounts) {
  EXPECT_EQ(places_with("2 tersangka", {}, "Dua tersangka"), "0@0/0 1@1/0=");
  EXPECT_EQ(places_with("dua tersangka", {}, "2 tersangka, 12"), "0@0/0 1@1/0=");
  EXPECT_EQ(places_with("rugi Rp 2,8 T", {}, "Rp 2,8 triliun"), "1@0/0= 2@1/0= 3@2/0");
  EXPECT_EQ(places_with("gempa m", {}, "miliar"), "") << "no amount";
}

// What the candidates lend each other, in units of a word's value.
std::vector<double> lent(const std::vector<std::string>& bodies, const char* query) {
  std::vector<Article> articles(bodies.size());
  std::vector<const Article*> candidates;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    articles[i].body = bodies[i];
    candidates.push_back(&articles[i]);
  }
  std::vector<double> out;
  for (const FeatureScores& scores : scores_of(query, candidates)) {
    constexpr auto kIndex = static_cast<std::size_t>(Feature::neighbours);
    out.push_back(scores[kIndex] / kFeatures[kIndex].weight / std::log(990.5 / 10.5));
  }
  return out;
}

TEST(Reranker, ArticlesLikeOneLendItTheWordsThatItLacks) {
  const std::string match = "Pertandingan kedua tim berakhir imbang tanpa gol kemarin malam";
  using testing::DoubleEq;
  using testing::ElementsAre;
  // The first lacks a word that the one like it has.
  EXPECT_THAT(lent({match + " Garuda", match + " Garuda Nusantara"}, "garuda nusantara"),
              ElementsAre(DoubleEq(1.0), DoubleEq(0.0)));
  // Half of the articles like it have the word: a quarter.
  EXPECT_THAT(lent({match + " Garuda", match + " Nusantara", match}, "nusantara tim").front(), DoubleEq(0.25));
  // Nobody else has it, or nobody is like it.
  EXPECT_THAT(lent({match, match + " Garuda"}, "garuda langka"), ElementsAre(DoubleEq(1.0), DoubleEq(0.0)));
  EXPECT_THAT(lent({match, "Garuda Nusantara"}, "garuda nusantara"), ElementsAre(DoubleEq(0.0), DoubleEq(0.0)));
  EXPECT_THAT(lent({match}, "garuda nusantara"), ElementsAre(DoubleEq(0.0)));
  EXPECT_THAT(lent({}, "garuda nusantara"), ElementsAre());
}

TEST(Reranker, TheNearestLendMost) {
  const std::string match = "Pertandingan kedua tim berakhir imbang tanpa gol kemarin malam";
  const double from_near = lent({match, match + " Garuda", "Pertandingan berakhir imbang"}, "garuda langka").front();
  const double from_far = lent({match, match, "Pertandingan berakhir imbang Garuda"}, "garuda langka").front();
  EXPECT_GT(from_near, 0.8);
  EXPECT_LT(from_far, 0.01);
  EXPECT_GT(from_far, 0.0);
}

// One feature of each candidate, unweighted.
std::vector<double> measured(Feature feature, const std::vector<std::string>& bodies, const char* query) {
  std::vector<Article> articles(bodies.size());
  std::vector<const Article*> candidates;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    articles[i].body = bodies[i];
    candidates.push_back(&articles[i]);
  }
  const auto index = static_cast<std::size_t>(feature);
  std::vector<double> out;
  for (const FeatureScores& scores : scores_of(query, candidates)) {
    out.push_back(scores[index] / kFeatures[index].weight);
  }
  return out;
}

TEST(Reranker, WordsThatFewCandidatesHoldTellThemApart) {
  using testing::DoubleEq;
  using testing::ElementsAre;
  const double in_all = std::log(4 / 3.5);
  const double in_one = std::log(4 / 1.5);
  EXPECT_THAT(measured(Feature::telling, {"Gempa", "Gempa", "Gempa susulan"}, "gempa susulan"),
              ElementsAre(DoubleEq(in_all), DoubleEq(in_all), DoubleEq(in_all + in_one / (1 + 1 / 30.0))));
  EXPECT_THAT(measured(Feature::telling, {}, "gempa susulan"), ElementsAre());
  EXPECT_THAT(measured(Feature::telling, {""}, "gempa susulan"), ElementsAre(0.0));
}

TEST(Reranker, CountsPairsInTheOrderOfTheQuery) {
  using testing::ElementsAre;
  EXPECT_THAT(measured(Feature::pairs,
                       {"harga beras naik, harga beras", "beras harga naik", "harga pada hari beras",
                        "harga pada hari ini beras", "naik"},
                       "harga beras naik"),
              ElementsAre(2.0, 1.0, 1.0, 0.0, 0.0));
}

}  // namespace
}  // namespace warta::searcher
