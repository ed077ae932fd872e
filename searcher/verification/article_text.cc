#include "searcher/verification/article_text.h"

#include <algorithm>

#include "searcher/verification/chunks.h"

namespace warta::searcher {

TextTokens& TextTokens::analysed() {
  if (is_analysed_) return *this;
  is_analysed_ = true;
  analyzer_->analyze(text_, tokens_, stemming_);
  std::ranges::copy_if(tokens_, std::back_inserter(compounds_), &analysis::AnalyzedToken::overlapping);
  if (!compounds_.empty())
    std::erase_if(tokens_, [](const analysis::AnalyzedToken& token) { return token.overlapping; });
  return *this;
}

std::vector<analysis::AnalyzedToken> TextTokens::tokens_around(std::uint32_t place) {
  const Span chunk = widened_to_chunks(text_, {place, place});
  std::vector<analysis::AnalyzedToken> tokens;
  analyzer_->analyze(text_.substr(chunk.begin, chunk.end - chunk.begin), tokens, stemming_);
  std::erase_if(tokens, [](const analysis::AnalyzedToken& token) { return token.overlapping; });
  for (analysis::AnalyzedToken& token : tokens) {
    token.begin += chunk.begin;
    token.end += chunk.begin;
  }
  return tokens;
}

std::optional<bool> TextTokens::holds_in_order(const std::vector<Unit>& units) {
  if (is_analysed_ || chunk_terms_ == nullptr || units.size() > ChunkTerms::kMostUnits) return std::nullopt;
  return chunk_terms_->hold_in_order(units, text_, *analyzer_, stemming_);
}

}  // namespace warta::searcher
