// Phrases cut from articles at random, asked for in the query language: every article that holds the phrase is found,
// and no other, by scans of the texts that share no code with the searcher.
//
// A test run has a sample of the articles and one seed; CONTRIBUTING.md says how all of them are searched.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/inner_words.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/property/plain_scan.h"
#include "tests/property/random_phrases.h"
#include "tests/property/sample_articles.h"
#include "tests/property/term_scan.h"
#include "tests/support/read_sources.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

using test::Holders;

constexpr std::size_t kMostWords = 6;
constexpr std::size_t kMostWordsInAnyForm = 3;
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
        phrases_(texts_, static_cast<std::mt19937::result_type>(seed())) {
    for (const std::string& text : texts_) terms_.add(text);
  }

  void check_exact_phrases() {
    const Strings phrases = phrases_.of_chunks(exact_phrases(), kMostWords);
    check(phrases, quoted, scanned(phrases));
  }

  void check_exact_phrases_cut_within_chunks() {
    const Strings phrases = phrases_.of_words(exact_phrases(), kMostWords);
    check(phrases, quoted, scanned(phrases));
  }

  void check_stemmed_phrases() {
    const Strings phrases = phrases_.of_chunks(phrases_of_other_modes(), kMostWordsInAnyForm);
    std::vector<Holders> holders = terms_.stemmed(phrases);
    const std::vector<Holders> as_written = scanned(phrases);
    for (std::size_t i = 0; i < holders.size(); ++i) holders[i] = either(holders[i], as_written[i]);
    check(
        phrases, [](const std::string& phrase) { return "~" + quoted(phrase); }, holders);
  }

  void check_sentences() {
    const Strings phrases = phrases_.of_chunks(phrases_of_other_modes(), kMostWordsInAnyForm);
    check(
        phrases, [](const std::string& phrase) { return quoted(phrase) + "~kalimat"; }, terms_.in_sentences(phrases));
  }

 private:
  std::vector<Holders> scanned(const Strings& phrases) const {
    Strings plain;
    std::ranges::transform(phrases, std::back_inserter(plain), test::plain_typography);
    test::PlainScan scan(std::move(plain));
    for (const std::string& text : texts_) scan.add(test::plain_typography(text));
    return scan.holders();
  }

  // What stands in a text as it is written stands there in any form.
  static Holders either(const Holders& first, const Holders& second) {
    Holders both;
    std::ranges::set_union(first.must, second.must, std::back_inserter(both.must));
    std::ranges::set_union(first.may, second.may, std::back_inserter(both.may));
    return both;
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
    std::optional<Clause> clause = make_clause(parsed->root, session_.analyzer());
    if (!clause) return ids;
    find_inner_words(*clause, session_.database());
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
  test::RandomPhrases phrases_;
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
  campaign.check_exact_phrases_cut_within_chunks();
  campaign.check_stemmed_phrases();
  campaign.check_sentences();
}

TEST(PhrasesProperty, FindExactlyWhatAScanOfTheSampleArticlesFinds) {
  const auto articles = analysis::sample_articles(number_from_environment("WARTA_SAMPLE_ARTICLES", 500));
  if (!articles) GTEST_SKIP() << articles.error();
  Campaign campaign(*articles);
  campaign.check_exact_phrases();
  campaign.check_exact_phrases_cut_within_chunks();
  campaign.check_stemmed_phrases();
  campaign.check_sentences();
}

}  // namespace
}  // namespace warta::searcher
