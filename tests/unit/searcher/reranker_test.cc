// The second stage of the ranking: where a query's words stand in a text, and what the places are worth.
#include "searcher/ranking/reranker.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/database_settings.h"
#include "searcher/query/parser.h"

namespace warta::searcher {
namespace {

analysis::Analyzer make_analyzer() {
  return analysis::Analyzer::create(indexer::DatabaseSettings().analysis).value();
}

Clause clause_of(const char* query, analysis::Analyzer& analyzer) {
  return make_clause(parse_plain_query(query)->root, analyzer).value();
}

// Every place as "word@position/sentence", with "=" where the form is the query's.
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
  std::string out;
  for (const WordPlace& place : places) {
    out += (out.empty() ? "" : " ") + std::to_string(place.word) + "@" + std::to_string(place.position) + "/" +
           std::to_string(place.sentence) + (place.is_exact ? "=" : "");
  }
  return out;
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

FeatureScores scores_of(const char* query, const Article& article) {
  analysis::Analyzer analyzer = make_analyzer();
  const Clause clause = clause_of(query, analyzer);
  Reranker reranker(clause, analyzer);
  reranker.take_frequencies([](const std::string&) { return 10; }, 1000);
  const FeatureScores scores = reranker.score(article);
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

}  // namespace
}  // namespace warta::searcher
