// Phrases found chunk by chunk are those in the tokens of the whole text.
#include "searcher/verification/chunk_terms.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/query_tree.h"
#include "searcher/verification/article_text.h"
#include "searcher/verification/phrase_match.h"

namespace warta::searcher {
namespace {

constexpr unsigned kSeed = 4;
constexpr unsigned kTexts = 300;
constexpr unsigned kPhrasesOfText = 10;

const std::vector<std::string> kChunks = {
    "harga",     "Harga",  "beras,",       "menanam", "ditanam.",          "(yang",      "di",
    "anak-anak", "di-PHK", "KPK",          "1,5",     "Rp1.500",           "\"baik\"",   "-",
    "?!",        "Jum'at", "kupu-kupu",    "covid19", "12/5/24",           "#tag",       "café",
    "a.b@c.id",  "19.30",  "running",      "news",    "G-20;H-1",          "s\u00ADuku", "juta",
    "Mei",       "2024",   "https://a.id", "x/y/z",   "\u00A0di\u00A0sana"};

std::string random_chunks(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (!text.empty()) text += std::vector<std::string>{" ", "  ", "\n", "\t"}[random() % 4];
    text += kChunks[random() % kChunks.size()];
  }
  return text;
}

std::optional<Clause> stemmed_phrase(const std::string& text, analysis::Analyzer& analyzer) {
  Node node;
  node.kind = NodeKind::phrase;
  node.mode = PhraseMode::stemmed;
  node.text = text;
  return make_clause(node, analyzer);
}

TEST(ChunkTerms, FindWhatStandsInTheTokensOfTheText) {
  analysis::Analyzer analyzer = analysis::Analyzer::create({}).value();
  ChunkTerms chunk_terms;
  std::mt19937 random(kSeed);
  unsigned found = 0;
  for (unsigned i = 0; i < kTexts; ++i) {
    const std::string text = random_chunks(random, 100);
    for (unsigned k = 0; k < kPhrasesOfText; ++k) {
      const std::optional<Clause> phrase = stemmed_phrase(random_chunks(random, 1 + random() % 2), analyzer);
      if (!phrase) continue;
      for (const auto stemming : {analysis::Stemming::indonesian, analysis::Stemming::none}) {
        TextTokens whole(text, analyzer, stemming);
        const bool expected = has_phrase(*phrase, whole);
        TextTokens by_chunks(text, analyzer, stemming, &chunk_terms);
        EXPECT_EQ(has_phrase(*phrase, by_chunks), expected) << phrase->text << " in " << text;
        found += expected ? 1 : 0;
        analyzer.clear();
      }
    }
  }
  EXPECT_GT(found, kTexts);
}

TEST(ChunkTerms, KnowAPhraseAcrossSentencesAndLines) {
  analysis::Analyzer analyzer = analysis::Analyzer::create({}).value();
  ChunkTerms chunk_terms;
  const Clause phrase = stemmed_phrase("kenaikan harga beras", analyzer).value();
  const auto holds = [&](const char* text) {
    return chunk_terms.hold_in_order(phrase.units, text, analyzer, analysis::Stemming::indonesian);
  };
  EXPECT_TRUE(holds("menaikkan (harga\n- beras."));
  EXPECT_FALSE(holds("harga beras naik"));
  EXPECT_FALSE(holds(""));
}

TEST(ChunkTerms, FindPhrasesOfNewChunksWhenNoMoreCanBeRemembered) {
  analysis::Analyzer analyzer = analysis::Analyzer::create({}).value();
  ChunkTerms chunk_terms;
  std::string text = "padi ";
  for (unsigned i = 0; i < 300'000; ++i) text += "k" + std::to_string(i) + "\n";
  const auto holds = [&](const char* phrase, const std::string& where) {
    const Clause clause = stemmed_phrase(phrase, analyzer).value();
    return chunk_terms.hold_in_order(clause.units, where, analyzer, analysis::Stemming::indonesian);
  };
  EXPECT_TRUE(holds("k299998 k299999", text));
  EXPECT_TRUE(holds("menanam padi", "mereka bertanam padi"));
  EXPECT_FALSE(holds("menanam padi", "mereka bertanam jagung dan padi"));
}

}  // namespace
}  // namespace warta::searcher
