// Phrases cut from articles at random, asked for in the query language: every article that holds the phrase is found,
// and no other, by scans of the texts that share no code with the searcher.
//
// A test run has a sample of the articles and one seed; CONTRIBUTING.md says how all of them are searched.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/property/plain_scan.h"
#include "tests/property/sample_articles.h"
#include "tests/property/term_scan.h"
#include "tests/support/read_sources.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

using test::Holders;

constexpr std::size_t kFewestChunks = 2;
constexpr std::size_t kMostChunks = 6;
constexpr std::size_t kMostChunksInAnyForm = 3;
constexpr CivilDate kToday{2024, 5, 15};

using Strings = std::vector<std::string>;
using Ids = std::vector<std::size_t>;

std::size_t number_from_environment(const char* name, std::size_t otherwise) {
  const char* wanted = std::getenv(name);
  return wanted != nullptr ? std::max<std::size_t>(1, std::strtoull(wanted, nullptr, 10)) : otherwise;
}

std::size_t seed() {
  return number_from_environment("WARTA_SEED", 20241124);
}
std::size_t exact_phrases() {
  return number_from_environment("WARTA_PHRASES", 500);
}
std::size_t phrases_of_other_modes() {
  return std::max<std::size_t>(1, exact_phrases() / 5);
}

// The phrase between straight quotes, as docs/query-syntax.md says that a quote within is written.
std::string quoted(std::string phrase) {
  test::replace_all(phrase, "\\", "\\\\");
  test::replace_all(phrase, "\"", "\\\"");
  return "\"" + phrase + "\"";
}

std::vector<Article> articles_of(const Strings& texts) {
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
  explicit Campaign(Strings texts)
      : texts_(std::move(texts)),
        database_(articles_of(texts_)),
        session_(Session::open(database_.path()).value()),
        terms_(session_.analyzer()),
        random_(static_cast<std::mt19937::result_type>(seed())) {
    for (const std::string& text : texts_) terms_.add(text);
  }

  void check_exact_phrases() {
    const Strings phrases = random_phrases(exact_phrases(), kMostChunks);
    Strings plain;
    std::ranges::transform(phrases, std::back_inserter(plain), test::plain_typography);
    test::PlainScan scan(std::move(plain));
    for (const std::string& text : texts_) scan.add(test::plain_typography(text));
    check(phrases, quoted, scan.holders());
  }

  void check_stemmed_phrases() {
    const Strings phrases = random_phrases(phrases_of_other_modes(), kMostChunksInAnyForm);
    check(
        phrases, [](const std::string& phrase) { return "~" + quoted(phrase); }, terms_.stemmed(phrases));
  }

  void check_sentences() {
    const Strings phrases = random_phrases(phrases_of_other_modes(), kMostChunksInAnyForm);
    check(
        phrases, [](const std::string& phrase) { return quoted(phrase) + "~kalimat"; }, terms_.in_sentences(phrases));
  }

 private:
  Strings random_phrases(std::size_t count, std::size_t most_chunks) {
    Strings phrases;
    while (phrases.size() < count) phrases.push_back(random_phrase(most_chunks));
    return phrases;
  }

  // Whole chunks between white space, of which one at least holds a letter or digit.
  std::string random_phrase(std::size_t most_chunks) {
    for (;;) {
      const std::string& text = texts_[random_() % texts_.size()];
      std::istringstream stream(text);
      Strings chunks;
      for (std::string chunk; stream >> chunk;) chunks.push_back(chunk);
      const std::size_t length = kFewestChunks + random_() % (most_chunks - kFewestChunks + 1);
      if (chunks.size() < length) continue;
      const std::size_t start = random_() % (chunks.size() - length + 1);
      std::string phrase;
      for (std::size_t i = start; i < start + length; ++i) phrase += (phrase.empty() ? "" : " ") + chunks[i];
      const bool has_words = std::ranges::any_of(phrase, test::is_word_byte);
      if (has_words && test::plain_typography(phrase).size() >= kFewestChunks) return phrase;
    }
  }

  // Asks for each phrase as query_of writes it, and compares with the scan.
  void check(const Strings& phrases, const std::function<std::string(const std::string&)>& query_of,
             const std::vector<Holders>& holders) {
    std::size_t hits = 0;
    std::size_t undecided = 0;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const std::string query = query_of(phrases[i]);
      const Ids ids = found(query);
      expect_between(holders[i].must, ids, holders[i].may, query);
      hits += ids.size();
      undecided += holders[i].may.size() - holders[i].must.size();
    }
    std::cout << phrases.size() << " phrases as " << query_of("...") << " in " << texts_.size() << " articles: " << hits
              << " hits, " << undecided << " more or less by the tokenizer\n";
  }

  // In order.
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
    for (const Hit& hit : result.hits) ids.push_back(std::stoul(hit.article.id));
    std::ranges::sort(ids);
    return ids;
  }

  static void expect_between(const Ids& must, const Ids& ids, const Ids& may, const std::string& query) {
    Ids missing;
    Ids wrong;
    std::ranges::set_difference(must, ids, std::back_inserter(missing));
    std::ranges::set_difference(ids, may, std::back_inserter(wrong));
    EXPECT_TRUE(missing.empty() && wrong.empty())
        << query << " (seed " << seed() << "): " << missing.size() << " articles missing, first "
        << (missing.empty() ? "-" : std::to_string(missing.front())) << "; " << wrong.size() << " wrong, first "
        << (wrong.empty() ? "-" : std::to_string(wrong.front()));
  }

  Strings texts_;
  test::TestDatabase database_;
  Session session_;
  test::TermScan terms_;
  std::mt19937 random_;
};

// Titles and bodies of the project's own articles.
Strings own_texts() {
  Strings texts;
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
  const auto articles = analysis::sample_articles(number_from_environment("WARTA_SAMPLE_ARTICLES", 500));
  if (!articles) GTEST_SKIP() << articles.error();
  Campaign campaign(*articles);
  campaign.check_exact_phrases();
  campaign.check_stemmed_phrases();
  campaign.check_sentences();
}

}  // namespace
}  // namespace warta::searcher
