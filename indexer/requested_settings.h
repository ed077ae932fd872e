// Settings as a person asks for them, and what a database makes of that.
#pragma once

#include <optional>
#include <string>

#include "indexer/database_settings.h"

namespace warta::indexer {

// What is not set is the default of a new database, and fits any that exists.
struct RequestedSettings {
  std::optional<std::string> stemmer;
  std::optional<std::string> stop_words;    // text of the list
  std::optional<std::string> user_lexicon;  // text of the list
  std::optional<std::string> synonyms;      // text of a list beside the default one; any database takes another
};

// Those of a new database for which nothing is requested.
DatabaseSettings default_settings();

// `settings` with what is requested in place of what they were.
DatabaseSettings with_requested(DatabaseSettings settings, const RequestedSettings& requested);

}  // namespace warta::indexer
