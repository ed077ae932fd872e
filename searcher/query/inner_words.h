// The first and the last word of a phrase, exact or stemmed, may stand within a token: "laki" in "laki-laki", "ke" in
// "ke-8".
#pragma once

#include <xapian.h>

#include "searcher/query/clause.h"

namespace warta::searcher {

// Gives those words the terms (kInnerWordPrefix) under which articles have them that hold them in no other way, where
// any has. Costs one or two look-ups for each of them. Throws Xapian::Error.
void find_inner_words(Clause& root, const Xapian::Database& database);

}  // namespace warta::searcher
