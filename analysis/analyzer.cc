#include "analysis/analyzer.h"

#include "analysis/term_maker.h"
#include "analysis/tokenizer.h"

namespace warta::analysis {
namespace {

// How many tokens ahead the cache's memory is asked for: as long as one look-up waits, these are worked on.
constexpr size_t kPrepared = 8;

}  // namespace

struct Analyzer::State {
  Tokenizer tokenizer;
  TermMaker term_maker;
  std::vector<ShapedToken> tokens;
};

Result<Analyzer> Analyzer::create(const AnalysisSettings& settings) {
  auto term_maker = TermMaker::create(settings);
  if (!term_maker) return tl::unexpected(term_maker.error());
  return Analyzer(std::make_unique<State>(State{Tokenizer(), std::move(*term_maker), {}}));
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, std::vector<AnalyzedToken>& tokens, Stemming stemming) {
  const std::vector<ShapedToken>& shaped = state_->tokens;
  state_->tokens.clear();
  state_->tokenizer.tokenize(text, state_->tokens);
  for (size_t i = 0; i < shaped.size(); ++i) {
    if (i + kPrepared < shaped.size()) state_->term_maker.prepare(shaped[i + kPrepared].key);
    const ShapedToken& token = shaped[i];
    TermMaker& maker = state_->term_maker;
    const TermMaker::Term term =
        stemming == Stemming::none ? maker.make_unstemmed(token.key, token.shape) : maker.make(token.key, token.shape);
    tokens.push_back({token, term.term, term.is_stop_word});
  }
}

void Analyzer::clear() {
  state_->tokenizer.clear();
  state_->term_maker.clear();
}

}  // namespace warta::analysis
