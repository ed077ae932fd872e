#include "analysis/explain.h"

#include "analysis/term_maker.h"
#include "analysis/tokenizer.h"

namespace warta::analysis {

Result<std::vector<TokenExplanation>> explain(const AnalysisSettings& settings, std::string_view text) {
  auto term_maker = TermMaker::create(settings);
  if (!term_maker) return tl::unexpected(term_maker.error());
  Tokenizer tokenizer;
  std::vector<ShapedToken> tokens;
  tokenizer.tokenize(text, tokens);

  std::vector<TokenExplanation> result;
  result.reserve(tokens.size());
  for (const ShapedToken& token : tokens) {
    StemExplanation explanation = term_maker->explain(token.key, token.shape);
    TokenExplanation& row = result.emplace_back();
    row.begin = token.begin;
    row.end = token.end;
    row.position = token.position;
    row.shape = token.shape;
    row.overlapping = token.overlapping;
    row.is_stop_word = term_maker->make(token.key, token.shape).is_stop_word;
    row.surface = text.substr(token.begin, token.end - token.begin);
    row.term = std::move(explanation.stem);
    row.reason = std::move(explanation.reason);
  }
  return result;
}

}  // namespace warta::analysis
