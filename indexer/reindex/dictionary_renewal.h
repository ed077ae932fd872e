// The compression dictionary of an archive that is indexed again: trained anew where the archive has outgrown it.
#pragma once

#include "indexer/database_settings.h"
#include "indexer/reindex/stored_articles.h"

namespace warta::indexer {

// A dictionary knows the articles that it was trained on. In an archive of so many times as many articles it is trained
// anew, on articles from all over it.
inline constexpr std::uint64_t kOutgrownTimes = 4;

// Puts a new dictionary into the settings where there is none, where the archive has outgrown the one that it has, and
// where nobody knows when that was trained. Leaves them as they are where the articles are too few to learn from, or
// cannot be read.
void renew_dictionary(StoredArticles& stored, DatabaseSettings& settings);

}  // namespace warta::indexer
