#include "searcher/word_commands.h"

#include <istream>
#include <ostream>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"

namespace warta::searcher {

Result<void> stem_lines(const std::string& stemmer, std::istream& in, std::ostream& out) {
  analysis::AnalysisSettings settings;
  settings.stemmer = stemmer;
  Result<analysis::Analyzer> analyzer = analysis::Analyzer::create(settings);
  if (!analyzer) return tl::unexpected(analyzer.error());

  std::vector<analysis::AnalyzedToken> tokens;
  for (std::string line; std::getline(in, line);) {
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

}  // namespace warta::searcher
