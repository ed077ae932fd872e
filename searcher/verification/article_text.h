// A stored article's title and body with their tokens, analysed when they are first asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "database/article.h"
#include "database/schema.h"
#include "searcher/verification/chunk_terms.h"

namespace warta::searcher {

// One text and its tokens. Compound tokens stand apart: phrases count the parts only.
class TextTokens {
 public:
  // The analyzer and the text's bytes must outlive the tokens; so must what the analyzer keeps for them.
  TextTokens(std::string_view text, analysis::Analyzer& analyzer, analysis::Stemming stemming,
             ChunkTerms* chunk_terms = nullptr)
      : text_(text), analyzer_(&analyzer), stemming_(stemming), chunk_terms_(chunk_terms) {}

  std::string_view text() const { return text_; }
  const std::vector<analysis::AnalyzedToken>& tokens() { return analysed().tokens_; }
  const std::vector<analysis::AnalyzedToken>& compounds() { return analysed().compounds_; }

  // The tokens of the chunk around this place, without analysing the whole text.
  std::vector<analysis::AnalyzedToken> tokens_around(std::uint32_t place);

  // Whether the units stand side by side in their order, where that can be told without analysing the whole text.
  std::optional<bool> holds_in_order(const std::vector<Unit>& units);

 private:
  TextTokens& analysed();

  std::string_view text_;
  analysis::Analyzer* analyzer_;
  analysis::Stemming stemming_;
  ChunkTerms* chunk_terms_;
  bool is_analysed_ = false;
  std::vector<analysis::AnalyzedToken> tokens_;
  std::vector<analysis::AnalyzedToken> compounds_;
};

// Title and body. One at a time for each analyzer: the destructor lets it forget the tokens.
struct ArticleText {
  // The article must outlive it, and so must `chunk_terms`, which spares the analysis of most texts.
  ArticleText(const Article& article, analysis::Analyzer& analyzer, ChunkTerms* chunk_terms = nullptr)
      : title(article.title, analyzer, stemming_of(article), chunk_terms),
        body(article.body, analyzer, stemming_of(article), chunk_terms),
        analyzer_(&analyzer) {}
  ArticleText(const ArticleText&) = delete;
  ArticleText& operator=(const ArticleText&) = delete;
  ~ArticleText() { analyzer_->clear(); }

  TextTokens title;
  TextTokens body;

 private:
  analysis::Analyzer* analyzer_;
};

}  // namespace warta::searcher
