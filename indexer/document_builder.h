// Article -> document: the terms, values and stored record under which it is found, shown, and indexed again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/inner_words.h"
#include "base/result.h"
#include "database/article.h"
#include "database/article_record.h"
#include "database/pair_signature.h"
#include "indexer/index_document.h"
#include "indexer/term_counter.h"
#include "indexer/word_counter.h"

namespace warta::indexer {

// One a thread: the analyzer and the codec keep state.
class DocumentBuilder {
 public:
  DocumentBuilder(analysis::Analyzer analyzer, ArticleCodec codec);

  // What the index holds of the article. The same article always gives the same document. `record` may be one that the
  // article was read from: it is kept where this builder would make it so, which takes a seventh off the time.
  IndexDocument build(const Article& article, std::string_view record = {});

  // The words and names of all articles that were built.
  Vocabulary words() const { return words_.words(); }

 private:
  enum class Part : std::uint8_t { title, body };
  void count_terms(std::string_view text, Part part, analysis::Stemming stemming);
  void count_token(const analysis::AnalyzedToken& token, std::uint64_t hash, Part part, bool is_in_first_piece);
  void count_glued_words(const analysis::AnalyzedToken& whole, std::string_view text, Part part,
                         analysis::Stemming stemming, bool is_in_first_piece);
  void add_pairs(const analysis::AnalyzedToken& token, std::uint64_t hash, std::string_view text,
                 analysis::Stemming stemming);
  std::string_view term_of_word(std::string_view word, analysis::Stemming stemming);
  static void add_inner_words(std::string_view field, const TermCounter& terms, std::span<std::string_view> inner_terms,
                              IndexDocument& document);
  void add_text(const Article& article, IndexDocument& document);

  analysis::Analyzer analyzer_;
  ArticleCodec codec_;
  std::vector<analysis::AnalyzedToken> tokens_;
  std::vector<analysis::AnalyzedToken> glued_tokens_;  // of a token that is several words in one
  TermCounter terms_;
  TermCounter title_terms_;
  PairSignature pairs_;
  WordCounter words_;
  analysis::InnerWords inner_words_;
  std::vector<std::string_view> inner_terms_;  // of all inner words
  std::string title_term_;                     // kept for its memory
};

}  // namespace warta::indexer
