// Which words of a long query tell articles apart, and which stand nearly everywhere.
#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/query/clause.h"

namespace warta::searcher {

// Indices of words, the rarest first.
struct RareWords {
  std::vector<std::size_t> rare;
  std::vector<std::size_t> common;  // what ranking by the rarer words alone would miss little of: kShareOfCommonWords
};

// Looks up one frequency a term.
RareWords find_rare_words(const std::vector<const Unit*>& words, const Xapian::Database& database);

}  // namespace warta::searcher
