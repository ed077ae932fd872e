// How text became terms: the steps with their versions, and the word lists that were used. The indexer stores them
// in the database's metadata; the searcher builds its Analyzer from there and from nowhere else.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::analysis {

// Rises whenever the same text gives other terms than before.
inline constexpr int kAnalysisVersion = 2;

struct AnalysisSettings {
  int version = kAnalysisVersion;
  std::string stemmer = "lexicon";
  std::string stop_words;    // text of stopwords/id.txt: a word a line, '#' comments
  std::string user_lexicon;  // text of the user's own roots, exceptions and never-stem words; may be empty

  bool operator==(const AnalysisSettings&) const = default;
};

// JSON for the database's metadata, and back. A version that this program does not know is ExitCode::wrong_version,
// with the way out in the message.
std::string to_metadata(const AnalysisSettings& settings);
Result<AnalysisSettings> settings_from_metadata(std::string_view json);

// The settings as this version would have them, of whatever version the metadata are; a part that cannot be read is
// that of `defaults`. For indexing again.
AnalysisSettings settings_for_this_version(std::string_view json, AnalysisSettings defaults);

}  // namespace warta::analysis
