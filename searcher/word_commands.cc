#include "searcher/word_commands.h"

#include <istream>
#include <ostream>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "analysis/analyzer.h"
#include "analysis/default_word_lists.h"
#include "analysis/explain.h"
#include "analysis/shapes.h"
#include "base/escape.h"
#include "base/language.h"

namespace warta::searcher {

Result<void> stem_lines(const std::string& stemmer, std::istream& in, std::ostream& out) {
  analysis::AnalysisSettings settings;
  settings.stemmer = stemmer;
  Result<analysis::Analyzer> analyzer = analysis::Analyzer::create(settings);
  if (!analyzer) return tl::unexpected(analyzer.error());

  std::vector<analysis::AnalyzedToken> tokens;
  for (std::string line; out && std::getline(in, line);) {
    analyzer->analyze(line, tokens);
    std::string_view gap;
    for (const analysis::AnalyzedToken& token : tokens) {
      if (token.overlapping) continue;
      out << gap << token.term;
      gap = " ";
    }
    out << '\n';
    tokens.clear();
    analyzer->clear();
  }
  return {};
}

Result<void> explain_text(const std::string& stemmer, const std::string& text, std::ostream& out) {
  analysis::AnalysisSettings settings;
  settings.stemmer = stemmer;
  settings.stop_words = analysis::default_stop_words();
  const Result<std::vector<analysis::TokenExplanation>> tokens = analysis::explain(settings, text);
  if (!tokens) return tl::unexpected(tokens.error());
  for (const analysis::TokenExplanation& token : *tokens) {
    const std::string bytes = fmt::format("{}-{}", token.begin, token.end);
    out << fmt::format("{:>9} {} {:<13} {} -> {}", bytes, token.overlapping ? '+' : ' ', shape_name(token.shape),
                       terminal_safe(token.surface), terminal_safe(token.term));
    if (!token.reason.empty()) out << "  (" << token.reason << ')';
    if (token.is_stop_word) out << "  " << localized("[stop word]", "[kata tugas]");
    out << '\n';
  }
  return {};
}

}  // namespace warta::searcher
