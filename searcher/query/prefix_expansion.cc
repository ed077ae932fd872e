#include "searcher/query/prefix_expansion.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "database/vocabulary.h"

namespace warta::searcher {
namespace {

// Words with more stems than this that begin otherwise stand in most articles ("dik*"), and to look each stem up would
// take longer than to look into the texts. So do words so frequent that an article has this many of them.
constexpr std::size_t kMostHiddenTerms = 64;
constexpr std::uint64_t kWordsEverywhere = 2;
constexpr std::size_t kMostWeighedTerms = 8;  // of either kind, where every article may match

struct CountedTerm {
  std::string term;
  Xapian::doccount articles = 0;
};

std::vector<CountedTerm> counted_terms(const Xapian::Database& database, const std::string& beginning) {
  std::vector<CountedTerm> terms;
  for (auto term = database.allterms_begin(beginning); term != database.allterms_end(beginning); ++term) {
    terms.push_back({*term, term.get_termfreq()});
  }
  return terms;
}

// The most frequent first; of equally frequent terms the first by the alphabet.
void keep_most_frequent(std::vector<CountedTerm>& terms, std::size_t most) {
  const std::size_t kept = std::min(most, terms.size());
  const auto middle = terms.begin() + static_cast<std::ptrdiff_t>(kept);
  std::ranges::partial_sort(terms, middle, [](const CountedTerm& left, const CountedTerm& right) {
    return left.articles != right.articles ? left.articles > right.articles : left.term < right.term;
  });
  terms.resize(kept);
}

void append(const std::vector<CountedTerm>& counted, std::vector<std::string>& terms) {
  for (const CountedTerm& row : counted) terms.push_back(row.term);
}

class PrefixFinder {
 public:
  PrefixFinder(Shards shards, const Xapian::Database& database, analysis::Analyzer& analyzer)
      : shards_(shards), database_(database), analyzer_(analyzer), articles_(database.get_doccount()) {}

  void visit(Clause& clause) {
    for (Clause& child : clause.children) visit(child);
    if (clause.kind != NodeKind::prefix) return;
    const std::string scope = clause.field == nullptr ? std::string() : std::string(clause.field->prefix);
    const auto [found, is_new] = found_.try_emplace(scope + ":" + clause.text);
    if (is_new) found->second = clause.is_keyword() ? keywords(scope + clause.text) : words(clause, scope);
    clause.prefix = found->second;
  }

 private:
  PrefixTerms keywords(const std::string& beginning) const {
    return {.terms = terms_beginning_with(database_, beginning, kMostPrefixTerms)};
  }

  PrefixTerms words(const Clause& clause, const std::string& scope) {
    std::vector<CountedTerm> plain = plain_terms(clause, scope);
    std::vector<CountedTerm> hidden = hidden_terms(clause.text, scope);
    std::uint64_t postings = 0;
    for (const CountedTerm& row : plain) postings += row.articles;
    const bool has_many_stems = scope.empty() && hidden.size() > kMostHiddenTerms;  // titles are short

    PrefixTerms found;
    found.is_everywhere = has_many_stems || postings > kWordsEverywhere * articles_;
    found.needs_text = found.is_everywhere || !hidden.empty();
    if (found.is_everywhere) {
      keep_most_frequent(plain, kMostWeighedTerms);
      keep_most_frequent(hidden, kMostWeighedTerms);
    }
    append(plain, found.terms);
    append(hidden, found.terms);
    return found;
  }

  std::vector<CountedTerm> plain_terms(const Clause& clause, const std::string& scope) const {
    std::vector<CountedTerm> terms = counted_terms(database_, scope + clause.text);
    if (clause.asks_unstemmed) {
      std::ranges::move(counted_terms(database_, scope + std::string(analysis::kUnstemmedPrefix) + clause.text),
                        std::back_inserter(terms));
    }
    keep_most_frequent(terms, kMostPrefixTerms);
    return terms;
  }

  // Of the vocabulary's words that begin so, the terms that do not; each counts as its most frequent word.
  std::vector<CountedTerm> hidden_terms(const std::string& prefix, const std::string& scope) {
    std::vector<CountedTerm> terms;
    std::set<std::string, std::less<>> known;
    std::vector<analysis::AnalyzedToken> tokens;
    for (const CountedWord& word : frequent_words(prefix)) {
      tokens.clear();
      analyzer_.analyze(word.text, tokens);
      for (const analysis::AnalyzedToken& token : tokens) {
        const bool is_hidden = token.text.starts_with(prefix) && !token.term.starts_with(prefix);
        if (!is_hidden || !known.emplace(token.term).second) continue;
        terms.push_back({scope + std::string(token.term), word.articles});
      }
    }
    analyzer_.clear();
    return terms;
  }

  // The most frequent first. Names of several words have their words beside them.
  Vocabulary frequent_words(const std::string& prefix) const {
    Vocabulary words = words_beginning_with(shards_, prefix);
    std::erase_if(words, [](const CountedWord& word) { return word.text.find(' ') != std::string::npos; });
    std::ranges::stable_sort(words, std::ranges::greater{}, &CountedWord::articles);
    words.resize(std::min(words.size(), kMostPrefixTerms));
    return words;
  }

  Shards shards_;
  const Xapian::Database& database_;
  analysis::Analyzer& analyzer_;
  Xapian::doccount articles_;
  std::map<std::string, PrefixTerms> found_ = {};  // by field and text
};

}  // namespace

void find_prefix_terms(Clause& root, Shards shards, const Xapian::Database& database, analysis::Analyzer& analyzer) {
  PrefixFinder(shards, database, analyzer).visit(root);
}

std::vector<std::string> terms_beginning_with(const Xapian::Database& database, const std::string& beginning,
                                              std::size_t most) {
  std::vector<CountedTerm> counted = counted_terms(database, beginning);
  keep_most_frequent(counted, most);
  std::vector<std::string> terms;
  append(counted, terms);
  std::ranges::sort(terms);
  return terms;
}

}  // namespace warta::searcher
