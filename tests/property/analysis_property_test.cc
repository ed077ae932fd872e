// What was indexed can be found: each word of a text, as written and in either case, gives terms that the text has.
// And a text's terms are those of its words: what stands around a word never changes them.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <utf8proc.h>

#include "analysis/analyzer.h"
#include "analysis/normalize.h"
#include "analysis/stemmer.h"
#include "tests/property/sample_articles.h"

namespace warta::analysis {
namespace {

constexpr unsigned kSeed = 20240512;

// Real articles to try: all 80,923 take minutes, so that a test run has fewer unless WARTA_SAMPLE_ARTICLES says more.
size_t sampled_articles() {
  const char* wanted = std::getenv("WARTA_SAMPLE_ARTICLES");
  return wanted != nullptr ? std::max<size_t>(1, std::strtoull(wanted, nullptr, 10)) : 2000;
}

// Pieces that chunks are glued from: shapes, halves of shapes, and what breaks them.
constexpr std::string_view kPieces[] = {
    "anak",   "anak-anak",  "anak2",    "Undang",    "me",     "KPK",     "di",       "-",         "-",
    "nya",    ".",          ",",        "'",         "’",      "“",       "”",        "A.S.",      "B.J.",
    "1",      "23",         "1.000",    "5,2",       "%",      "Rp",      "US$",      "$",         "miliar",
    "14.30",  "12/05/2024", "2024",     "/",         ":",      "http://", "www.",     "kabar.com", "@",
    "#",      "_",          "&",        "R&D",       "covid",  "19",      "é",        "e\u0301",   "ß",
    "İ",      "ı",          "ﬁ",        "½",         "\u00AD", "\u200B",  "中",       "文",        "か\u3099",
    "ع",      "🎉",          "👍🏽", "(",         ")",      "\xFF",    "\xE2\x80", "ŉ",         "ǅ",
    "Σ",      "ς",          "anti",     "non-aktif", "ke-20",  "se-",     "!",        "?",         "…",
    "\uFDFA", "µ",          "K",        "Å",         "１２",   "Ａｂ",    "90-an",    "Rp1,5",     "a@b.id",
};
constexpr std::string_view kGaps[] = {" ", " ", " ", "\n", "\t", "  ", "\u00A0", " \n ", "\u2003"};

std::string in_case(std::string_view word, utf8proc_int32_t (*convert)(utf8proc_int32_t)) {
  std::string result;
  for (size_t offset = 0; offset < word.size();) {
    const CodePoint point = code_point_at(word, offset);
    if (point.value < 0) {
      result += word.substr(offset, point.bytes);
    } else {
      utf8proc_uint8_t bytes[4];
      const utf8proc_ssize_t size = utf8proc_encode_char(convert(point.value), bytes);
      result.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
    }
    offset += point.bytes;
  }
  return result;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBlank = " \t\n\r\f\v";
  std::vector<std::string_view> words;
  for (size_t begin = text.find_first_not_of(kBlank); begin != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(kBlank, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kBlank, end);
  }
  return words;
}

class AnalysisProperty : public testing::TestWithParam<std::string> {
 protected:
  AnalysisProperty() : analyzer_(make()) {}

  // The terms of the parts of text, in order.
  std::vector<std::string> terms(std::string_view text) {
    analyzer_.clear();
    tokens_.clear();
    analyzer_.analyze(text, tokens_);
    std::vector<std::string> result;
    for (const AnalyzedToken& token : tokens_) {
      if (!token.overlapping) result.emplace_back(token.term);
    }
    return result;
  }

  void expect_words_found(std::string_view text) {
    const std::vector<std::string> all = terms(text);
    const std::set<std::string> present(all.begin(), all.end());
    for (const std::string_view word : words_of(text)) {
      for (const std::string& form :
           {std::string(word), in_case(word, utf8proc_tolower), in_case(word, utf8proc_toupper)}) {
        for (const std::string& term : terms(form)) {
          ASSERT_TRUE(present.contains(term)) << "term " << term << " of word " << form << " in: " << text;
        }
      }
    }
  }

 private:
  static Analyzer make() {
    AnalysisSettings settings;
    settings.stemmer = GetParam();
    return std::move(*Analyzer::create(settings));
  }

  Analyzer analyzer_;
  std::vector<AnalyzedToken> tokens_;
};

class RandomTexts {
 public:
  explicit RandomTexts(unsigned seed) : random_(seed) {}

  std::string chunk() {
    std::string result;
    for (size_t pieces = 1 + random_() % 5; pieces > 0; --pieces) result += kPieces[random_() % std::size(kPieces)];
    return result;
  }
  std::string_view gap() { return kGaps[random_() % std::size(kGaps)]; }

 private:
  std::mt19937 random_;
};

TEST_P(AnalysisProperty, FindsEveryWordOfRandomTexts) {
  RecordProperty("seed", kSeed);
  RandomTexts random(kSeed);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (int chunks = 0; chunks < 6; ++chunks) text.append(random.chunk()).append(random.gap());
    expect_words_found(text);
    if (HasFatalFailure()) FAIL() << "seed " << kSeed;
  }
}

TEST_P(AnalysisProperty, TokenizesEachChunkOnItsOwn) {
  RecordProperty("seed", kSeed);
  RandomTexts random(kSeed + 1);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    std::vector<std::string> expected;
    for (int chunks = 0; chunks < 6; ++chunks) {
      const std::string chunk = random.chunk();
      const std::vector<std::string> of_chunk = terms(chunk);
      expected.insert(expected.end(), of_chunk.begin(), of_chunk.end());
      text.append(chunk).append(random.gap());
    }
    ASSERT_EQ(terms(text), expected) << "seed " << kSeed << ", text: " << text;
  }
}

TEST_P(AnalysisProperty, FindsEveryWordOfTheSampleArticles) {
  const auto articles = sample_articles(sampled_articles());
  if (!articles) GTEST_SKIP() << articles.error();
  for (const std::string& article : *articles) {
    expect_words_found(article);
    if (HasFatalFailure()) return;
  }
}

// A megabyte of what would tempt a backtracking tokenizer; quadratic time would run into the test's time limit.
TEST(AnalysisTime, IsInProportion) {
  Analyzer analyzer = std::move(*Analyzer::create(AnalysisSettings()));
  constexpr size_t kBytes = size_t{1} << 20;
  for (const std::string_view piece : {"a",          "a.",
                                       "a-",         "a'",
                                       "a&",         "a@",
                                       "@a",         "#a_",
                                       "1",          "1.",
                                       "1,",         "1/",
                                       "1:",         "1-",
                                       "ke-",        "rp",
                                       "$",          "%",
                                       "-",          ".",
                                       "'",          "/",
                                       "a.b@",       "x.com",
                                       "http:/",     "www.",
                                       "é",          "文",
                                       "🎉",          "\xFF",
                                       "\u00AD",     "\u3099",
                                       "anak-anak-", "anak2-",
                                       "anti ",      "1 ",
                                       "1 juta ",    "12 Mei 2024 ",
                                       "Rp ",        "\n",
                                       "A. ",        "a1",
                                       "1a",         "a.1.",
                                       "e\u0301",    "\u064B",
                                       "http://,",   "1.000."}) {
    std::string text;
    while (text.size() < kBytes) text += piece;
    std::vector<AnalyzedToken> tokens;
    analyzer.analyze(text, tokens);
    analyzer.clear();
    EXPECT_LE(tokens.size(), 2 * text.size()) << piece;
  }
}

std::vector<std::string> all_stemmers() {
  std::vector<std::string> names;
  for (const std::string_view name : stemmer_names()) names.emplace_back(name);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Stemmers, AnalysisProperty, testing::ValuesIn(all_stemmers()),
                         [](const auto& row) { return row.param; });

}  // namespace
}  // namespace warta::analysis
