#include "analysis/stemmer.h"

#include <fmt/format.h>

#include "analysis/analysis_settings.h"
#include "analysis/lexicon_stemmer.h"
#include "analysis/snowball_stemmer.h"
#include "base/language.h"

namespace warta::analysis {
namespace {

class NoStemmer : public Stemmer {
 public:
  std::string_view stem(std::string_view word) override { return word; }
  StemExplanation explain(std::string_view word) override { return {std::string(word), "none"}; }
};

struct StemmerRow {
  std::string_view name;
  Result<std::unique_ptr<Stemmer>> (*make)(const AnalysisSettings&);
};

constexpr StemmerRow kStemmers[] = {
    {"lexicon", [](const AnalysisSettings& settings) { return LexiconStemmer::create(settings.user_lexicon); }},
    {"snowball",
     [](const AnalysisSettings&) -> Result<std::unique_ptr<Stemmer>> { return std::make_unique<SnowballStemmer>(); }},
    {"none", [](const AnalysisSettings&) -> Result<std::unique_ptr<Stemmer>> { return std::make_unique<NoStemmer>(); }},
};

}  // namespace

Result<std::unique_ptr<Stemmer>> make_stemmer(const AnalysisSettings& settings) {
  for (const StemmerRow& row : kStemmers) {
    if (row.name == settings.stemmer) return row.make(settings);
  }
  return failure(ExitCode::wrong_version,
                 localized_format("unknown stemmer \"{}\"; this program knows: {}",
                                  "pemangkas kata \"{}\" tidak dikenal; program ini mengenal: {}", settings.stemmer,
                                  fmt::join(stemmer_names(), ", ")));
}

std::vector<std::string_view> stemmer_names() {
  std::vector<std::string_view> names;
  for (const StemmerRow& row : kStemmers) names.push_back(row.name);
  return names;
}

}  // namespace warta::analysis
