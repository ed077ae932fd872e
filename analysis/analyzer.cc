#include "analysis/analyzer.h"

#include <string>
#include <unordered_map>

#include "analysis/stemmer.h"
#include "analysis/stop_words.h"
#include "analysis/text_buffer.h"
#include "analysis/tokenizer.h"

namespace warta::analysis {

struct Analyzer::State {
  StopWords stop_words;
  std::unique_ptr<Stemmer> stemmer;
  TextBuffer buffer;
  std::vector<Token> tokens;
};

Result<Analyzer> Analyzer::create(const AnalysisSettings& settings) {
  auto stop_words = StopWords::parse(settings.stop_words);
  if (!stop_words) return tl::unexpected(stop_words.error());
  auto stemmer = make_stemmer(settings);
  if (!stemmer) return tl::unexpected(stemmer.error());
  auto state = std::make_unique<State>();
  state->stop_words = std::move(*stop_words);
  state->stemmer = std::move(*stemmer);
  return Analyzer(std::move(state));
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, std::vector<AnalyzedToken>& tokens) {
  State& state = *state_;
  state.tokens.clear();
  tokenize(text, state.buffer, state.tokens);
  for (const Token& token : state.tokens) {
    AnalyzedToken analyzed{token, {}, state.stop_words.contains(token.text)};
    analyzed.term = state.buffer.store(state.stemmer->stem(token.text.substr(0, kMaxTermBytes)));
    tokens.push_back(analyzed);
  }
}

void Analyzer::clear() {
  state_->buffer.clear();
}

}  // namespace warta::analysis
