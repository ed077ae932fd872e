// Every phrase mode against a plain scan of random articles: what contains the phrase is found, and nothing else.
#include <algorithm>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/inner_words.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

constexpr unsigned kSeed = 20240512;
constexpr std::size_t kArticles = 150;
constexpr int kPhrases = 60;

// Few words, so that phrases repeat: forms of one root, stop words, hyphens, numbers, punctuation.
const std::vector<std::string> kVocabulary = {"harga", "Harga", "beras",     "menanam", "ditanam",
                                              "yang",  "di",    "anak-anak", "di-PHK",  "KPK",
                                              "1,5",   "naik,", "(turun)",   "\"baik\""};

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  std::istringstream stream(text);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

class PhraseScan : public testing::Test {
 protected:
  PhraseScan() : random_(kSeed) {
    for (std::size_t i = 0; i < kArticles; ++i) {
      Article article;
      article.id = std::to_string(i);
      article.body = random_text();
      articles_.push_back(std::move(article));
    }
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  // Two paragraphs of two sentences.
  std::string random_text() {
    std::string text;
    for (int sentence = 0; sentence < 4; ++sentence) {
      for (std::size_t i = 4 + below(4); i > 0; --i) text += kVocabulary[below(kVocabulary.size())] + " ";
      text += sentence == 1 ? "Selesai.\n" : "Selesai. ";
    }
    return text;
  }

  std::string random_phrase() {
    const Words words = words_of(articles_[below(kArticles)].body);
    const std::size_t length = 2 + below(4);
    const std::size_t start = below(words.size() - length);
    std::string phrase;
    for (std::size_t i = start; i < start + length; ++i) phrase += (phrase.empty() ? "" : " ") + words[i];
    return phrase;
  }

  static std::set<std::string> found(Session& session, const Node& phrase) {
    std::optional<Clause> clause = make_clause(phrase, session.analyzer());
    find_inner_words(*clause, session.database());
    SearchOptions options;
    options.limit = kArticles;
    std::set<std::string> ids;
    const SearchResult result = search(session, *clause, options).value();
    for (const Hit& hit : result.hits) ids.insert(hit.article.id);
    return ids;
  }

  // What each word's tokens are, analysed alone.
  static Words terms_of(const Words& words, analysis::Analyzer& analyzer) {
    Words terms;
    std::vector<analysis::AnalyzedToken> tokens;
    for (const std::string& word : words) analyzer.analyze(word, tokens);
    for (const auto& token : tokens) {
      if (!token.overlapping) terms.emplace_back(token.term);
    }
    analyzer.clear();
    return terms;
  }

  template <typename Contains>
  std::set<std::string> scanned(Contains contains) const {
    std::set<std::string> ids;
    for (const Article& article : articles_) {
      if (contains(article.body)) ids.insert(article.id);
    }
    return ids;
  }

  std::mt19937 random_;
  std::vector<Article> articles_;
};

bool contains_run(const Words& all, const Words& part) {
  return !std::ranges::search(all, part).empty();
}

TEST_F(PhraseScan, FindsExactlyWhatAScanFinds) {
  const test::TestDatabase database(articles_);
  Session session = Session::open(database.path()).value();
  for (int i = 0; i < kPhrases; ++i) {
    Node phrase;
    phrase.kind = NodeKind::phrase;
    phrase.text = random_phrase();
    const Words wanted = words_of(phrase.text);
    // The phrase may end where punctuation of the article goes on: "naik" stands in "naik,", "di" in "di-PHK".
    const auto is_exact = [&](const std::string& body) {
      std::string text = " ";
      for (const std::string& word : words_of(body)) text += word + " ";
      for (std::size_t at = text.find(phrase.text); at != std::string::npos; at = text.find(phrase.text, at + 1)) {
        const auto is_cut = [](char a, char b) {
          return std::isalnum(static_cast<unsigned char>(a)) != 0 && std::isalnum(static_cast<unsigned char>(b)) != 0;
        };
        const std::size_t end = at + phrase.text.size();
        if (!is_cut(text[at - 1], text[at]) && !is_cut(text[end - 1], text[end])) return true;
      }
      return false;
    };
    EXPECT_EQ(found(session, phrase), scanned(is_exact)) << phrase.text << ", seed " << kSeed;

    phrase.mode = PhraseMode::stemmed;
    const Words terms = terms_of(wanted, session.analyzer());
    const auto is_stemmed = [&](const std::string& body) {
      return contains_run(terms_of(words_of(body), session.analyzer()), terms) || is_exact(body);
    };
    EXPECT_EQ(found(session, phrase), scanned(is_stemmed)) << phrase.text << ", seed " << kSeed;

    phrase.mode = PhraseMode::window;
    phrase.window = static_cast<unsigned>(terms.size() + 2);
    const auto is_within_window = [&](const std::string& body) {
      const Words all = terms_of(words_of(body), session.analyzer());
      for (std::size_t start = 0; start < all.size(); ++start) {
        Words window(all.begin() + static_cast<std::ptrdiff_t>(start),
                     all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), start + phrase.window)));
        const bool has_all = std::ranges::all_of(terms, [&](const std::string& term) {
          const auto place = std::ranges::find(window, term);
          if (place == window.end()) return false;
          window.erase(place);
          return true;
        });
        if (has_all) return true;
      }
      return false;
    };
    EXPECT_EQ(found(session, phrase), scanned(is_within_window)) << phrase.text << ", seed " << kSeed;
  }
}

}  // namespace
}  // namespace warta::searcher
