// The whole chain: which terms a text gives, and which spellings meet.
#include "analysis/analyzer.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "analysis/explain.h"
#include "base/escape.h"

namespace warta::analysis {
namespace {

Analyzer make_analyzer(const char* stemmer) {
  AnalysisSettings settings;
  settings.stemmer = stemmer;
  settings.stop_words = "yang\ndi\ndari\n[question]\nsiapa\n";
  auto analyzer = Analyzer::create(settings);
  EXPECT_TRUE(analyzer.has_value());
  return std::move(*analyzer);
}

std::vector<AnalyzedToken> analyze(Analyzer& analyzer, std::string_view text) {
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze(text, tokens);
  return tokens;
}

std::string terms_of(Analyzer& analyzer, std::string_view text) {
  std::string result;
  for (const AnalyzedToken& token : analyze(analyzer, text)) {
    if (!result.empty()) result += ' ';
    result += token.overlapping ? '{' + std::string(token.term) + '}' : std::string(token.term);
  }
  return result;
}

bool has_term(const std::vector<AnalyzedToken>& tokens, std::string_view term) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const AnalyzedToken& token) { return token.term == term; });
}

// What a query asks of an article: each of its parts, or a token over them, stands there.
bool finds(Analyzer& analyzer, std::string_view query, std::string_view article) {
  const std::vector<AnalyzedToken> wanted = analyze(analyzer, query);
  const std::vector<AnalyzedToken> present = analyze(analyzer, article);
  return std::all_of(wanted.begin(), wanted.end(), [&](const AnalyzedToken& part) {
    if (part.overlapping || has_term(present, part.term)) return true;
    return std::any_of(wanted.begin(), wanted.end(), [&](const AnalyzedToken& over) {
      return over.overlapping && over.begin <= part.begin && part.end <= over.end && has_term(present, over.term);
    });
  });
}

TEST(Analyzer, Stems) {
  Analyzer snowball = make_analyzer("snowball");
  EXPECT_EQ(terms_of(snowball, "Warga membangun rumah-rumah itu"), "warga bangun rumah itu");
  Analyzer none = make_analyzer("none");
  EXPECT_EQ(terms_of(none, "Mereka membangun rumah-rumah"), "mereka membangun rumah");
}

TEST(Analyzer, ReducesReduplicationsByEqualStems) {
  Analyzer snowball = make_analyzer("snowball");
  EXPECT_EQ(terms_of(snowball, "anak-anak anak2 anak-anaknya berlari-lari perundang-undangan"),
            "anak anak anak lari undang");
}

TEST(Analyzer, KeepsReduplicationsThatAreRoots) {
  Analyzer lexicon = make_analyzer("lexicon");
  EXPECT_EQ(terms_of(lexicon, "undang-undang perundang-undangan kupu-kupu laki-laki hati-hati mata-mata"),
            "undang-undang undang-undang kupu-kupu laki-laki hati-hati mata-mata");
  EXPECT_EQ(terms_of(lexicon, "anak-anak anak2 anak-anaknya berlari-lari tarik-menarik sebaik-baiknya"),
            "anak anak anak lari tarik baik");
}

TEST(Analyzer, MarksStopWordsWhateverTheirCase) {
  Analyzer analyzer = make_analyzer("none");
  std::string result;
  for (const AnalyzedToken& token : analyze(analyzer, "Siapa YANG datang dari Bogor di 5")) {
    result += token.is_stop_word ? '1' : '0';
  }
  EXPECT_EQ(result, "1101010");
}

TEST(Analyzer, MakesTheSpellingsOfOneThingMeet) {
  const std::vector<std::vector<const char*>> groups = {
      {"Rp1,5 miliar", "Rp 1.500.000.000", "1,5 miliar rupiah", "Rp. 1.500.000.000,-", "rp1,5 MILIAR"},
      {"US$5 juta", "USD 5.000.000", "5 juta dolar AS", "$5 juta"},
      {"1.000.000", "1 juta", "1000000", "1,000,000"},
      {"5,2%", "5,2 persen", "5.2 %", "5,20 persen"},
      {"5.25%", "5,25 persen"},
      {"A.S.", "AS", "as"},
      {"K.P.K.", "KPK", "KPK-lah"},
      {"COVID-19", "Covid 19"},
      {"G20", "G-20"},
      {"Jum'at", "Jum’at", "Jumat"},
      {"Ma'ruf", "Ma’ruf", "Maruf"},
      {"12 Mei 2024", "12/05/2024", "12/5/24", "12-05-2024", "2024-05-12"},
      {"14.30", "14:30"},
      {"anak-anak", "anak2", "anak", "anak-anaknya"},
      {"di-PHK", "PHK"},
      {"se-Indonesia", "Indonesia"},
      {"non-aktif", "nonaktif", "non aktif"},
      {"anti-korupsi", "antikorupsi", "anti korupsi"},
      {"mantan-nya", "mantan"},
      {"B.J. Habibie", "BJ Habibie", "b.j. habibie"},
      {"Al-Qur'an", "Alquran"},
      {"https://www.kabar.com/", "kabar.com", "www.kabar.com"},
  };
  for (const char* stemmer : {"none", "snowball", "lexicon"}) {
    Analyzer analyzer = make_analyzer(stemmer);
    for (const auto& group : groups) {
      for (const char* query : group) {
        for (const char* article : group) EXPECT_TRUE(finds(analyzer, query, article)) << query << " in " << article;
      }
    }
  }
}

TEST(Analyzer, FindsThePartsOfLongerShapes) {
  Analyzer analyzer = make_analyzer("none");
  const std::pair<const char*, const char*> rows[] = {
      {"covid19", "COVID-19"},
      {"maju", "#Maju"},
      {"#maju", "maju sekali #Maju"},
      {"kabar.com", "https://kabar.com/baca/1"},
      {"korupsi", "anti-korupsi"},
      {"2024", "12 Mei 2024"},
      {"1,5 miliar", "Rp 1.500.000.000"},
      {"dolar", "US$5"},
  };
  for (const auto& [query, article] : rows) EXPECT_TRUE(finds(analyzer, query, article)) << query << " in " << article;
}

TEST(Analyzer, KeepsApartWhatDiffers) {
  Analyzer analyzer = make_analyzer("none");
  const std::pair<const char*, const char*> rows[] = {
      {"12 Mei 2024", "20240512"}, {"Rp5", "5 dolar"}, {"1,5 miliar", "1,5 juta"}, {"5.2", "52"}, {"G20", "G 20"},
  };
  for (const auto& [query, article] : rows) EXPECT_FALSE(finds(analyzer, query, article)) << query << " in " << article;
}

TEST(Analyzer, CutsLongTermsAndTellsThemApart) {
  Analyzer analyzer = make_analyzer("snowball");
  const std::string first(5000, 'a');
  const std::string second = first + 'b';
  std::string cyrillic = "x";  // the cut falls into a letter of two bytes
  while (cyrillic.size() < 5000) cyrillic += "ж";
  const std::string url = "https://kabar.com/" + first;
  for (const std::string& text : {first, second, cyrillic, url}) {
    for (const AnalyzedToken& token : analyze(analyzer, text)) {
      EXPECT_LE(token.term.size(), kMaxTermBytes);
      EXPECT_TRUE(is_valid_utf8(token.term));
    }
  }
  EXPECT_NE(terms_of(analyzer, first), terms_of(analyzer, second));
  EXPECT_EQ(terms_of(analyzer, first), terms_of(analyzer, std::string(5000, 'A')));
}

TEST(Analyzer, KeepsItsTokensUntilClear) {
  Analyzer analyzer = make_analyzer("snowball");
  std::vector<AnalyzedToken> tokens;
  analyzer.analyze("Jum’at membaca", tokens);
  for (int i = 0; i < 2000; ++i) analyzer.analyze("kata" + std::to_string(i) + " lain-lain’nya", tokens);
  EXPECT_EQ(tokens[0].text, "jumat");
  EXPECT_EQ(tokens[1].term, "baca");
  analyzer.clear();
  EXPECT_EQ(terms_of(analyzer, "membaca"), "baca");
}

TEST(Analyzer, RefusesUnknownStemmers) {
  AnalysisSettings settings;
  settings.stemmer = "magic";
  const auto analyzer = Analyzer::create(settings);
  ASSERT_FALSE(analyzer.has_value());
  EXPECT_EQ(analyzer.error().code, ExitCode::wrong_version);
}

TEST(Explain, GivesTheTermsOfTheAnalyzerWithReasons) {
  AnalysisSettings settings;
  settings.stop_words = "di\n";
  const char* text = "Di Bogor, anak-anak membayar Rp1,5 juta.";
  const auto rows = explain(settings, text);
  ASSERT_TRUE(rows.has_value());
  auto analyzer = Analyzer::create(settings);
  const std::vector<AnalyzedToken> tokens = analyze(*analyzer, text);
  ASSERT_EQ(rows->size(), tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    EXPECT_EQ((*rows)[i].term, tokens[i].term);
    EXPECT_EQ((*rows)[i].is_stop_word, tokens[i].is_stop_word);
    EXPECT_FALSE((*rows)[i].reason.empty());
  }
  EXPECT_EQ((*rows)[2].surface, "anak-anak");
  EXPECT_EQ((*rows)[2].term, "anak");
}

}  // namespace
}  // namespace warta::analysis
