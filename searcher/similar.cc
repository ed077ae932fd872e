#include "searcher/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/shapes.h"
#include "base/language.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "searcher/query/xapian_query.h"
#include "searcher/ranking/bm25.h"
#include "searcher/verification/article_text.h"

namespace warta::searcher {
namespace {

// More words bring more articles about something else, and each costs time.
constexpr std::size_t kMostWords = 25;

// A word of so many occurrences says half of what one without end would: the k1 of BM25.
constexpr double kHalfSaid = 1.2;

struct Word {
  std::string term;
  std::string text;  // as it stands in the article, normalised
  unsigned occurrences = 0;
  double weight = 0;  // without the rarity, which the matcher adds
  double telling = 0;
};

using Words = std::map<std::string, Word>;

bool can_tell(const analysis::AnalyzedToken& token) {
  const bool is_word = token.shape == analysis::Shape::word || token.shape == analysis::Shape::reduplication ||
                       token.shape == analysis::Shape::acronym;
  return is_word && !token.is_stop_word && token.text.size() > 2;
}

void add_words(TextTokens& text, unsigned occurrences, Words& words) {
  for (const analysis::AnalyzedToken& token : text.tokens()) {
    if (!can_tell(token)) continue;
    Word& word = words[std::string(token.term)];
    if (word.occurrences == 0) word = {std::string(token.term), std::string(token.text), 0, 0, 0};
    word.occurrences += occurrences;
  }
}

// The words that tell most, the best first; a word that only this article has finds no other.
std::vector<Word> most_telling(Words words, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  std::vector<Word> telling;
  for (auto& [term, word] : words) {
    const double frequency = database.get_termfreq(term);
    if (frequency < 2 || frequency >= articles) continue;
    word.weight = word.occurrences / (word.occurrences + kHalfSaid);
    word.telling = word.weight * std::log(articles / frequency);
    telling.push_back(std::move(word));
  }
  std::ranges::stable_sort(telling, std::ranges::greater{}, &Word::telling);
  if (telling.size() > kMostWords) telling.resize(kMostWords);
  return telling;
}

std::optional<Xapian::Document> find_document(const Xapian::Database& database, const std::string& key) {
  for (const char* field : {"url", "id"}) {
    const std::string term = keyword_term(*find_field(field), key);
    if (term.empty()) continue;
    const auto posting = database.postlist_begin(term);
    if (posting != database.postlist_end(term)) return database.get_document(*posting);
  }
  return std::nullopt;
}

Xapian::Query without_itself(const Xapian::Query& query, const Article& article, const Xapian::Document& document) {
  Xapian::Query itself(identity_term(article));
  const std::string cluster = document.get_value(kCopiesSlot);
  if (!cluster.empty()) itself |= Xapian::Query(copies_term(cluster));
  return {Xapian::Query::OP_AND_NOT, query, itself};
}

SimilarQuery to_query(const std::vector<Word>& words, const Article& article, const Xapian::Document& document) {
  SimilarQuery similar;
  std::vector<Xapian::Query> terms;
  for (const Word& word : words) {
    terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.term), word.weight);
    similar.clause.units.push_back({.terms = {word.term}, .text = word.text});
  }
  const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
  similar.query = without_itself(any, article, document);
  return similar;
}

Result<SimilarQuery> make_query(Session& session, const std::string& key) {
  const std::optional<Xapian::Document> document = find_document(session.database(), key);
  if (!document) {
    return failure(ExitCode::usage, localized_format("{}: no article has this URL or id",
                                                     "{}: tidak ada artikel dengan URL atau id ini", key));
  }
  const Result<Article> article = session.codec().decode(document->get_value(kArticleSlot));
  if (!article) return tl::unexpected(article.error());
  Words words;
  {
    ArticleText text(*article, session.analyzer());
    add_words(text.title, kTitleWeight, words);
    add_words(text.body, 1, words);
  }
  const std::vector<Word> telling = most_telling(std::move(words), session.database());
  if (!telling.empty()) return to_query(telling, *article, *document);
  return failure(ExitCode::usage, localized_format("{}: has no words in common with other articles",
                                                   "{}: tidak punya kata yang juga ada di artikel lain", key));
}

// One page of similar articles, out of one query after the other.
class SimilarPage {
 public:
  SimilarPage(Session& session, const SearchOptions& options)
      : session_(session), options_(options), to_skip_(options.offset) {}

  void add(const Xapian::Query& query) {
    Xapian::Enquire enquire(session_.database());
    enquire.set_query(on_bm25_scale(query));
    enquire.set_weighting_scheme(bm25());
    if (options_.sort != SortOrder::relevance) {
      enquire.set_sort_by_value_then_relevance(kPublishedSlot, options_.sort == SortOrder::newest);
    }
    const Xapian::doccount page = options_.offset + options_.limit + kCopiesExpected;
    for (Xapian::doccount seen = 0;; seen += page) {
      const Xapian::MSet matches = enquire.get_mset(seen, page);
      if (seen == 0) count(matches.get_matches_estimated(), matches.size() < page);
      for (auto hit = matches.begin(); hit != matches.end() && !is_full(); ++hit) take(hit);
      if (is_full() || matches.size() < page) return;
    }
  }

  SearchResult take_result() { return std::move(result_); }

 private:
  bool is_full() const { return result_.hits.size() >= options_.limit; }

  void count(Xapian::doccount matches, bool is_exact) {
    result_.all_words.count += matches;
    result_.all_words.is_exact = result_.all_words.is_exact && is_exact;
  }

  void take(const Xapian::MSetIterator& hit) {
    const Xapian::Document document = hit.get_document();
    if (options_.folds_copies && folder_.is_repetition(document)) return;
    if (to_skip_ > 0) {
      --to_skip_;
      return;
    }
    Result<Article> article = session_.codec().decode(document.get_value(kArticleSlot));
    if (!article) return;
    result_.hits.push_back({.article = std::move(*article), .score = hit.get_weight()});
    result_.hits.back().copies = copies_of(session_.database(), *hit, document);
  }

  Session& session_;
  const SearchOptions& options_;
  CopyFolder folder_;
  Xapian::doccount to_skip_;
  SearchResult result_;
};

SearchResult match(Session& session, const Xapian::Query& query, const SearchOptions& options) {
  SimilarPage page(session, options);
  if (options.sort == SortOrder::oldest) {
    page.add({Xapian::Query::OP_FILTER, query, dated_articles()});
    page.add({Xapian::Query::OP_AND_NOT, query, dated_articles()});
  } else {
    page.add(query);
  }
  return page.take_result();
}

}  // namespace

Result<SimilarQuery> make_similar_query(Session& session, const std::string& key) {
  const auto made = guard_xapian(session.path(), [&] { return make_query(session, key); });
  return made ? *made : tl::unexpected(made.error());
}

Result<SearchResult> find_similar(Session& session, const SimilarQuery& query, const Clause* filter,
                                  const SearchOptions& options) {
  return guard_xapian(session.path(), [&] {
    if (filter == nullptr) return match(session, query.query, options);
    const Xapian::Query wanted = make_xapian_queries(*filter, options.offset_minutes, session.database()).all_words;
    return match(session, {Xapian::Query::OP_FILTER, query.query, wanted}, options);
  });
}

}  // namespace warta::searcher
