#include "indexer/requested_settings.h"

#include <utility>

#include "analysis/default_word_lists.h"

namespace warta::indexer {
namespace {

std::string with_own_synonyms(const std::string& own) {
  return std::string(analysis::default_synonyms()) + "\n" + own;
}

}  // namespace

DatabaseSettings default_settings() {
  DatabaseSettings settings;
  settings.analysis.stop_words = analysis::default_stop_words();
  settings.synonyms = with_own_synonyms("");
  return settings;
}

DatabaseSettings with_requested(DatabaseSettings settings, const RequestedSettings& requested) {
  if (requested.stemmer) settings.analysis.stemmer = *requested.stemmer;
  if (requested.stop_words) settings.analysis.stop_words = *requested.stop_words;
  if (requested.user_lexicon) settings.analysis.user_lexicon = *requested.user_lexicon;
  if (requested.synonyms) settings.synonyms = with_own_synonyms(*requested.synonyms);
  return settings;
}

}  // namespace warta::indexer
