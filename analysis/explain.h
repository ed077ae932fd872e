// What the analysis makes of a text, and why: for people who wonder about a term.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis_settings.h"
#include "analysis/token.h"
#include "base/result.h"

namespace warta::analysis {

struct TokenExplanation {
  std::uint32_t begin = 0;  // byte offsets in the text, [begin, end)
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  Shape shape = Shape::word;  // shape_name() of it is for people
  bool overlapping = false;
  bool is_stop_word = false;
  std::string surface;  // as it stands in the text
  std::string term;     // what the index holds
  std::string reason;   // the rule, list or algorithm that made the term
};

// The tokens of text in the order of Analyzer::analyze, with the same terms. Errors are those of Analyzer::create.
Result<std::vector<TokenExplanation>> explain(const AnalysisSettings& settings, std::string_view text);

}  // namespace warta::analysis
