#include "analysis/term_maker.h"

#include "analysis/analyzer.h"
#include "analysis/hyphen_words.h"
#include "analysis/shapes.h"
#include "analysis/tokenizer.h"
#include "base/bounded_key.h"

namespace warta::analysis {
Result<TermMaker> TermMaker::create(const AnalysisSettings& settings) {
  auto stop_words = StopWords::parse(settings.stop_words);
  if (!stop_words) return tl::unexpected(stop_words.error());
  auto stemmer = make_stemmer(settings);
  if (!stemmer) return tl::unexpected(stemmer.error());
  return TermMaker(std::move(*stop_words), std::move(*stemmer));
}

TermMaker::Term TermMaker::make(std::string_view key, Shape shape) {
  if (!is_stemmed(shape) || key.size() > kMaxTermBytes) return {bounded(key), false};
  if (const TermCache::Entry* entry = cache_.find(key)) return {entry->term(), entry->is_stop_word};
  const bool is_stop_word = stop_words_.contains(key);
  std::string reduced;
  std::string_view term;
  if (shape == Shape::reduplication) {
    reduced = reduce(key, *stemmer_).stem;
    term = bounded(reduced);
  } else {
    term = bounded(stemmer_->stem(key));
  }
  if (term.empty()) term = key;
  if (key.size() <= TermCache::kMaxKeyBytes && !cache_.is_full()) {
    const TermCache::Entry& entry = cache_.insert(key, term, is_stop_word);
    return {entry.term(), entry.is_stop_word};
  }
  return {buffer_.store(term), is_stop_word};
}

TermMaker::Term TermMaker::make_unstemmed(std::string_view key, Shape shape) {
  const Term stemmed = make(key, shape);
  if (!is_stemmed(shape) || key.size() > kMaxTermBytes || stemmed.term == key) return stemmed;
  std::string marked(kUnstemmedPrefix);
  marked += key;
  return {buffer_.store(marked.size() <= kMaxTermBytes ? marked : bounded_key(marked, kMaxTermBytes)),
          stemmed.is_stop_word};
}

StemExplanation TermMaker::explain(std::string_view key, Shape shape) {
  if (key.size() > kMaxTermBytes) return {std::string(bounded(key)), "cut, it is too long for a term"};
  if (!is_stemmed(shape)) return {std::string(key), std::string(shape_name(shape))};
  StemExplanation explanation = shape == Shape::reduplication ? reduce(key, *stemmer_) : stemmer_->explain(key);
  if (explanation.stem.empty()) explanation.stem = key;
  return explanation;
}

void TermMaker::clear() {
  buffer_.clear();
  if (cache_.is_full()) cache_.reset();
}

std::string_view TermMaker::bounded(std::string_view term) {
  return term.size() <= kMaxTermBytes ? term : buffer_.store(bounded_key(term, kMaxTermBytes));
}

}  // namespace warta::analysis
