// The terms of texts in other languages: the words themselves, marked where an Indonesian stem would differ.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/analyzer.h"

namespace warta::analysis {
namespace {

std::string terms_of(Analyzer& analyzer, std::string_view text, Stemming stemming) {
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text, tokens, stemming);
  std::string terms;
  for (const AnalyzedToken& token : tokens) terms += (terms.empty() ? "" : " ") + std::string(token.term);
  analyzer.clear();
  return terms;
}

TEST(UnstemmedTerms, AreTheWordsThemselves) {
  Analyzer analyzer = std::move(*Analyzer::create(AnalysisSettings()));
  struct Case {
    const char* text;
    const char* indonesian;
    const char* other;
  };
  const Case cases[] = {
      {"President said", "president said", "president said"},
      {"kerajaan", "raja", "Ukerajaan"},
      {"KERAJAAN", "raja", "Ukerajaan"},
      {"anak-anak", "anak", "Uanak-anak"},
      {"2024", "2024", "2024"},
  };
  for (const auto& [text, indonesian, other] : cases) {
    EXPECT_EQ(terms_of(analyzer, text, Stemming::indonesian), indonesian) << text;
    EXPECT_EQ(terms_of(analyzer, text, Stemming::none), other) << text;
  }
}

TEST(UnstemmedTerms, StayWithinTheBound) {
  AnalysisSettings settings;
  settings.stemmer = "snowball";
  Analyzer analyzer = std::move(*Analyzer::create(settings));
  const std::string word = "me" + std::string(kMaxTermBytes - 6, 'b') + "nya";
  ASSERT_LT(word.size(), kMaxTermBytes);
  for (const std::string& long_word : {word, "m" + word, word + "nya"}) {
    const std::string term = terms_of(analyzer, long_word, Stemming::none);
    EXPECT_LE(term.size(), kMaxTermBytes);
    EXPECT_EQ(terms_of(analyzer, long_word, Stemming::none), term);
  }
}

TEST(UnstemmedTerms, AreThoseOfTheStemmerThatKeepsEveryWord) {
  AnalysisSettings settings;
  settings.stemmer = "none";
  Analyzer analyzer = std::move(*Analyzer::create(settings));
  EXPECT_EQ(terms_of(analyzer, "kerajaan berkata", Stemming::none), "kerajaan berkata");
}

}  // namespace
}  // namespace warta::analysis
