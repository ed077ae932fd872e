// Keys of tokens to terms: the second half of the chain, stop words and stems, with the cache that makes it cheap.
#pragma once

#include <memory>
#include <string_view>

#include "analysis/analysis_settings.h"
#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "analysis/term_cache.h"
#include "analysis/text_buffer.h"
#include "analysis/token.h"
#include "base/result.h"

namespace warta::analysis {

// Not shared between threads.
class TermMaker {
 public:
  static Result<TermMaker> create(const AnalysisSettings& settings);

  struct Term {
    std::string_view term;  // lives until clear(), or as long as the key
    bool is_stop_word = false;
  };
  Term make(std::string_view key, Shape shape);

  // The same for a text in another language (Stemming::none).
  Term make_unstemmed(std::string_view key, Shape shape);

  // Says that make(key) comes soon.
  void prepare(std::string_view key) const { cache_.prefetch(key); }

  // The same term, and what decided it.
  StemExplanation explain(std::string_view key, Shape shape);

  // Forgets the terms given out so far. The cache stays, unless it is full.
  void clear();

 private:
  TermMaker(StopWords stop_words, std::unique_ptr<Stemmer> stemmer)
      : stop_words_(std::move(stop_words)), stemmer_(std::move(stemmer)) {}
  std::string_view bounded(std::string_view term);  // at most kMaxTermBytes

  StopWords stop_words_;
  std::unique_ptr<Stemmer> stemmer_;
  TermCache cache_;
  TextBuffer buffer_;  // terms that are not cached
};

}  // namespace warta::analysis
