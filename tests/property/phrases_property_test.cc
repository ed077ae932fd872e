// Phrases cut from articles at random, asked for in the query language: every article that holds the phrase is found,
// and no other, by a scan of the texts that shares no code with the searcher.
//
// What a scan can be sure of is stated from both sides. A phrase that stands between white space, or punctuation that
// ends at white space, must be found; one that a letter or digit goes on from must not. In between is what only a
// tokenizer decides, as whether "1.000" is one number.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/property/sample_articles.h"
#include "tests/support/read_sources.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

constexpr unsigned kSeed = 20241124;
constexpr std::size_t kPhrases = 500;
constexpr std::size_t kLooserPhrases = 100;  // of each other mode
constexpr std::size_t kFewestChunks = 2;
constexpr std::size_t kMostChunks = 6;
constexpr CivilDate kToday{2024, 5, 15};

using Words = std::vector<std::string>;
using Ids = std::set<std::size_t>;

// All 80,923 take minutes, so that a test run has fewer unless WARTA_SAMPLE_ARTICLES says more.
std::size_t sampled_articles() {
  const char* wanted = std::getenv("WARTA_SAMPLE_ARTICLES");
  return wanted != nullptr ? std::max<std::size_t>(1, std::strtoull(wanted, nullptr, 10)) : 500;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Straight quotes, hyphens and spaces for all their kinds, one space for many, none at the ends.
std::string plain_typography(std::string text) {
  for (const char* quote : {"“", "”", "„", "«", "»"}) replace_all(text, quote, "\"");
  for (const char* apostrophe : {"‘", "’", "‛", "´", "ʼ", "ʻ"}) replace_all(text, apostrophe, "'");
  for (const char* dash : {"‐", "‑", "‒", "–", "—", "―"}) replace_all(text, dash, "-");
  for (const char* nothing : {"\u00AD", "\u200B", "\u200C", "\u200D", "\uFEFF"}) replace_all(text, nothing, "");
  for (const char* space : {"\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                            "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u3000", "\x7F"})
    replace_all(text, space, " ");
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Words chunks_of(const std::string& text) {
  std::istringstream stream(plain_typography(text));
  Words chunks;
  for (std::string chunk; stream >> chunk;) chunks.push_back(chunk);
  return chunks;
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_wide(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

struct Places {
  bool must_hold = false;
  bool may_hold = false;
};

// Where a phrase stands in a text with a space at either end, both of plain typography.
Places places_of(const std::string& padded, const std::string& phrase) {
  Places places;
  for (std::size_t at = padded.find(phrase, 1); at != std::string::npos; at = padded.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool is_cut = (is_word_byte(padded[at - 1]) && is_word_byte(phrase.front())) ||
                        (is_word_byte(padded[end]) && is_word_byte(phrase.back()));
    places.may_hold = places.may_hold || !is_cut;
    const auto is_mark = [](char c) { return c != ' ' && !is_word_byte(c) && !is_wide(c); };
    std::size_t before = at;
    while (is_mark(padded[before - 1])) --before;
    std::size_t after = end;
    while (is_mark(padded[after])) ++after;
    places.must_hold = places.must_hold || (padded[before - 1] == ' ' && padded[after] == ' ');
  }
  return places;
}

// The phrase between straight quotes, as docs/query-syntax.md says that a quote within is written.
std::string quoted(std::string phrase) {
  replace_all(phrase, "\\", "\\\\");
  replace_all(phrase, "\"", "\\\"");
  return "\"" + phrase + "\"";
}

std::vector<Article> articles_of(const std::vector<std::string>& texts) {
  std::vector<Article> articles;
  for (const std::string& text : texts) {
    Article article;
    article.id = std::to_string(articles.size());
    article.body = text;
    articles.push_back(std::move(article));
  }
  return articles;
}

class Campaign {
 public:
  explicit Campaign(std::vector<std::string> texts)
      : texts_(std::move(texts)),
        database_(articles_of(texts_)),
        session_(Session::open(database_.path()).value()),
        random_(kSeed) {
    for (const std::string& text : texts_) {
      plain_.push_back(" " + plain_typography(text) + " ");
      terms_.push_back(terms_of(chunks_of(text)));
      sorted_terms_.push_back(terms_.back());
      std::ranges::sort(sorted_terms_.back());
    }
  }

  void check_exact_phrases() {
    for (std::size_t i = 0; i < kPhrases; ++i) {
      const std::string phrase = random_phrase(kMostChunks);
      const std::string plain = plain_typography(phrase);
      Ids must;
      Ids may;
      for (std::size_t id = 0; id < plain_.size(); ++id) {
        const Places places = places_of(plain_[id], plain);
        if (places.must_hold) must.insert(id);
        if (places.may_hold) may.insert(id);
      }
      expect_between(must, found(quoted(phrase)), may, phrase);
    }
  }

  // Each chunk between spaces analysed alone, and the terms compared in their order.
  void check_stemmed_phrases() {
    for (std::size_t i = 0; i < kLooserPhrases; ++i) {
      const std::string phrase = random_phrase(3);
      const Words wanted = terms_of(chunks_of(phrase));
      Ids expected;
      for (std::size_t id = 0; id < texts_.size(); ++id) {
        if (!std::ranges::search(terms_[id], wanted).empty()) expected.insert(id);
      }
      const Ids ids = found("~" + quoted(phrase));
      expect_between(expected, ids, expected, "~" + phrase);
    }
  }

  // Chunks side by side without any mark stand in one sentence; chunks of different lines never do.
  void check_sentences() {
    for (std::size_t i = 0; i < kLooserPhrases; ++i) {
      const std::string phrase = random_phrase(3);
      Words wanted = terms_of(chunks_of(phrase));
      std::ranges::sort(wanted);
      Ids must;
      Ids may;
      for (std::size_t id = 0; id < texts_.size(); ++id) {
        if (!std::ranges::includes(sorted_terms_[id], wanted)) continue;
        if (holds_in_a_line(texts_[id], wanted)) may.insert(id);
        if (holds_between_marks(texts_[id], wanted)) must.insert(id);
      }
      expect_between(must, found(quoted(phrase) + "~kalimat"), may, phrase + " ~kalimat");
    }
  }

 private:
  // Whole chunks between white space, of which one at least holds a letter or digit.
  std::string random_phrase(std::size_t most_chunks) {
    for (;;) {
      const std::string& text = texts_[random_() % texts_.size()];
      std::istringstream stream(text);
      Words chunks;
      for (std::string chunk; stream >> chunk;) chunks.push_back(chunk);
      const std::size_t length = kFewestChunks + random_() % (most_chunks - kFewestChunks + 1);
      if (chunks.size() < length) continue;
      const std::size_t start = random_() % (chunks.size() - length + 1);
      std::string phrase;
      for (std::size_t i = start; i < start + length; ++i) phrase += (phrase.empty() ? "" : " ") + chunks[i];
      if (std::ranges::any_of(phrase, is_word_byte)) return phrase;
    }
  }

  Ids found(const std::string& query) {
    Ids ids;
    const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
    if (!parsed) {
      ADD_FAILURE() << query << ": " << parsed.error().message;
      return ids;
    }
    const std::optional<Clause> clause = make_clause(parsed->root, session_.analyzer());
    if (!clause) return ids;
    SearchOptions options;
    options.limit = static_cast<unsigned>(texts_.size());
    options.folds_copies = false;
    options.reranks = false;
    options.counts_matches = false;
    const SearchResult result = search(session_, *clause, options).value();
    for (const Hit& hit : result.hits) ids.insert(std::stoul(hit.article.id));
    return ids;
  }

  void expect_between(const Ids& must, const Ids& ids, const Ids& may, const std::string& phrase) {
    Ids missing;
    Ids wrong;
    std::ranges::set_difference(must, ids, std::inserter(missing, missing.end()));
    std::ranges::set_difference(ids, may, std::inserter(wrong, wrong.end()));
    EXPECT_TRUE(missing.empty() && wrong.empty())
        << phrase << " (seed " << kSeed << "): " << missing.size() << " articles missing, first "
        << (missing.empty() ? "-" : std::to_string(*missing.begin())) << "; " << wrong.size() << " wrong, first "
        << (wrong.empty() ? "-" : std::to_string(*wrong.begin()));
  }

  Words terms_of(const Words& chunks) {
    Words terms;
    std::vector<analysis::AnalyzedToken> tokens;
    for (const std::string& chunk : chunks) session_.analyzer().analyze(chunk, tokens);
    for (const analysis::AnalyzedToken& token : tokens) {
      if (!token.overlapping) terms.emplace_back(token.term);
    }
    session_.analyzer().clear();
    return terms;
  }

  // Every wanted term, as often as it is wanted; those are sorted.
  bool holds(const Words& chunks, const Words& wanted) {
    Words terms = terms_of(chunks);
    std::ranges::sort(terms);
    return std::ranges::includes(terms, wanted);
  }

  bool holds_in_a_line(const std::string& text, const Words& wanted) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (holds(chunks_of(line), wanted)) return true;
    }
    return false;
  }

  bool holds_between_marks(const std::string& text, const Words& wanted) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      Words run;
      for (const std::string& chunk : chunks_of(line + " .")) {
        if (std::ranges::all_of(chunk, [](char c) { return is_word_byte(c) || c == '-' || c == ','; })) {
          run.push_back(chunk);
          continue;
        }
        if (holds(run, wanted)) return true;
        run.clear();
      }
    }
    return false;
  }

  std::vector<std::string> texts_;
  std::vector<std::string> plain_;
  std::vector<Words> terms_;  // of each article, in their order
  std::vector<Words> sorted_terms_;
  test::TestDatabase database_;
  Session session_;
  std::mt19937 random_;
};

// Titles and bodies of the project's own articles.
std::vector<std::string> own_texts() {
  std::vector<std::string> texts;
  for (const Article& article :
       indexer::read_source(std::string(WARTA_SOURCE_DIR) + "/tests/corpora/articles.jsonl").articles)
    texts.push_back(article.title + "\n" + article.body);
  return texts;
}

TEST(PhrasesProperty, FindExactlyWhatAScanOfOurOwnArticlesFinds) {
  Campaign campaign(own_texts());
  campaign.check_exact_phrases();
  campaign.check_stemmed_phrases();
  campaign.check_sentences();
}

TEST(PhrasesProperty, FindExactlyWhatAScanOfTheSampleArticlesFinds) {
  const auto articles = analysis::sample_articles(sampled_articles());
  if (!articles) GTEST_SKIP() << articles.error();
  Campaign campaign(*articles);
  campaign.check_exact_phrases();
  campaign.check_stemmed_phrases();
  campaign.check_sentences();
}

}  // namespace
}  // namespace warta::searcher
