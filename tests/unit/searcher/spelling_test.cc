// Misspelt words -> what was meant, and words that stay as they are.
#include <cmath>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "analysis/analysis_settings.h"
#include "database/vocabulary.h"
#include "searcher/spelling/slip_cost.h"
#include "searcher/spelling/word_speller.h"

namespace warta::searcher {
namespace {

struct Slip {
  const char* typed;
  const char* meant;
  double cost;
};

TEST(SlipCost, CountsSlips) {
  constexpr Slip kSlips[] = {
      {"beras", "beras", 0},
      {"bers", "beras", 0.85},            // a vowel left out
      {"bears", "beras", 0.8},            // turned round
      {"beraas", "beras", 0.7},           // doubled
      {"berkas", "beras", 1},             // a letter too many
      {"betas", "beras", 0.9},            // the key beside
      {"bemas", "beras", 1},              // any other
      {"fikir", "pikir", 0.95},           // one sound, in the first letter
      {"aktif", "aktiv", 0.75},           // one sound
      {"ahir", "akhir", 0.75},            // kh and h
      {"isarat", "isyarat", 0.75},        // sy and s
      {"soeharto", "suharto", 0.75},      // the old spelling
      {"tjipto", "cipto", 0.75},          //
      {"nyanyi", "nanyi", 0.75},          // ny and n
      {"jogjakarta", "yogyakarta", 1.7},  // two of them, one in the first letter
  };
  for (const Slip& slip : kSlips) {
    EXPECT_NEAR(slip_cost(slip.typed, slip.meant, 2.2), slip.cost, 1e-9) << slip.typed << " for " << slip.meant;
  }
}

TEST(SlipCost, IsInfiniteBeyondTheBound) {
  EXPECT_TRUE(std::isinf(slip_cost("bemas", "beras", 0.9)));
  EXPECT_TRUE(std::isinf(slip_cost("korupsi", "kriminal", 2.2)));
  EXPECT_TRUE(std::isinf(slip_cost("ber", "beras-beras", 9)));
  EXPECT_TRUE(std::isinf(slip_cost(std::string(60, 'a'), std::string(60, 'a'), 9)));
  EXPECT_EQ(slip_cost("", "", 1), 0);
  EXPECT_NEAR(slip_cost("", "ab", 9), 0.85 + 0.2 + 1, 1e-9);
}

// 2,000 articles, in which a word of count n stands in the first n.
class WordSpellerTest : public testing::Test {
 protected:
  static constexpr unsigned kArticles = 2000;

  WordSpellerTest() {
    add_vocabulary(database_, kWords);
    std::vector<Xapian::Document> documents(kArticles);
    for (const CountedWord& word : kWords) {
      std::vector<analysis::AnalyzedToken> tokens;
      analyzer_.analyze(word.text, tokens);
      for (unsigned i = 0; i < word.articles; ++i) documents[i].add_term(std::string(tokens.front().term));
      analyzer_.clear();
    }
    for (const Xapian::Document& document : documents) database_.add_document(document);
  }

  std::string corrected(std::string_view word) {
    const std::optional<SpelledWord> meant = WordSpeller(database_, single_shard(database_), analyzer_).correct(word);
    return meant ? meant->text : "-";
  }

  std::string joined(std::string_view first, std::string_view second) {
    const std::optional<SpelledWord> meant =
        WordSpeller(database_, single_shard(database_), analyzer_).join(first, second);
    return meant ? meant->text : "-";
  }

  const Vocabulary kWords = {{"beras", 900},       {"besar", 1200},    {"gung", 2},         {"joko widodo", 60},
                             {"keterangan", 400},  {"korupsi", 700},   {"korupsinya", 3},   {"menteri", 800},
                             {"pemerintah", 1500}, {"pemeritah", 2},   {"penyusun", 40},    {"prabawa", 3},
                             {"prabowo", 40},      {"presiden", 1400}, {"presidennya", 60}, {"rumah", 600},
                             {"sakit", 500},       {"susu", 20},       {"tang", 30},        {"tanggung", 300},
                             {"zulhas", 30}};
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  analysis::Analyzer analyzer_ = std::move(*analysis::Analyzer::create({}));
};

TEST_F(WordSpellerTest, CorrectsWhatIsProbablyASlip) {
  struct Row {
    const char* typed;
    const char* meant;
  };
  constexpr Row kRows[] = {
      {"presdien", "presiden"},       // turned round
      {"korupi", "korupsi"},          // left out
      {"pemeritah", "pemerintah"},    // though some articles have the slip themselves
      {"pemrintha", "pemerintah"},    // two slips in a long word
      {"residen", "presiden"},        // in the first letter
      {"bears", "beras"},             // of two that are near, the frequent one of the likelier slip
      {"zulhass", "zulhas"},          // a name
      {"jokowidodo", "joko widodo"},  // a name written together
      {"rumahsakit", "rumah sakit"},  // two words written together
      {"beras", "-"},                 // right
      {"prabawa", "-"},               // rare but right: the frequent name is not frequent enough
      {"korupsinya", "-"},            // a rare form
      {"dikorupsikan", "-"},          // a form never seen, of a stem that is known
      {"korupsimu", "-"},             // the same, near the word without its suffix
      {"presiden-nya", "-"},          // the same as presidennya, which is more frequent
      {"penyusu", "penyusun"},        // such a form that is likelier a slip
      {"bsr", "-"},                   // short words are near everything
      {"quixotic", "-"},              // near nothing
      {"2024", "-"},
      {"", "-"},
  };
  for (const Row& row : kRows) EXPECT_EQ(corrected(row.typed), row.meant) << row.typed;
}

TEST_F(WordSpellerTest, JoinsWhatBelongsTogether) {
  EXPECT_EQ(joined("tang", "gung"), "tanggung");
  EXPECT_EQ(joined("rumah", "sakit"), "-");
  EXPECT_EQ(joined("pre", "siden"), "presiden");
}

}  // namespace
}  // namespace warta::searcher
