// The interface of the stemmers: a case-folded word in, its stem out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::analysis {

// What decided a stem, for --explain: a rule ("me(N)- -kan"), a list ("never stemmed") or the algorithm's name.
struct StemExplanation {
  std::string stem;
  std::string reason;
};

// Not shared between threads: each has its own (Snowball keeps state).
class Stemmer {
 public:
  virtual ~Stemmer() = default;

  // Returns the stem of a normalised, case-folded word. The view lives until the next call on this stemmer.
  virtual std::string_view stem(std::string_view word) = 0;

  virtual StemExplanation explain(std::string_view word) = 0;
};

struct AnalysisSettings;

// Makes the stemmer that settings name: "lexicon", "snowball" or "none". An unknown name is ExitCode::wrong_version.
Result<std::unique_ptr<Stemmer>> make_stemmer(const AnalysisSettings& settings);

}  // namespace warta::analysis
