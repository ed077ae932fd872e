// The interface of the stemmers: a case-folded word in, its stem out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

  // True when word stands in the stemmer's list of roots, so that a reduplication such as undang-undang is kept as a
  // word of its own. A stemmer without a list knows nothing.
  virtual bool knows(std::string_view word) const {
    (void)word;
    return false;
  }
};

struct AnalysisSettings;

// Makes the stemmer that settings name: "lexicon", "snowball" or "none". An unknown name is ExitCode::wrong_version.
Result<std::unique_ptr<Stemmer>> make_stemmer(const AnalysisSettings& settings);

// The names that make_stemmer takes, for option help and messages.
std::vector<std::string_view> stemmer_names();

}  // namespace warta::analysis
