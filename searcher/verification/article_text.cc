#include "searcher/verification/article_text.h"

#include <algorithm>

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

}  // namespace warta::searcher
