#include "searcher/ranking/copies.h"

#include <algorithm>

#include "database/facet_values.h"
#include "database/schema.h"

namespace warta::searcher {
namespace {

// So many copies are asked for their site: enough to fill the list, unless one site copies itself all day.
constexpr unsigned kMostCopiesAsked = 50;

}  // namespace

bool CopyFolder::is_repetition(const Xapian::Document& document) {
  std::string cluster = document.get_value(kCopiesSlot);
  return !cluster.empty() && !seen_.insert(std::move(cluster)).second;
}

Copies copies_of(const Xapian::Database& database, Xapian::docid id, const Xapian::Document& document) {
  Copies copies;
  copies.cluster = document.get_value(kCopiesSlot);
  if (copies.cluster.empty()) return copies;
  const std::string term = copies_term(copies.cluster);
  const Xapian::doccount articles = database.get_termfreq(term);
  if (articles < 2) return copies;
  copies.others = articles - 1;
  unsigned asked = 0;
  for (auto copy = database.postlist_begin(term); copy != database.postlist_end(term); ++copy) {
    if (*copy == id) continue;
    if (++asked > kMostCopiesAsked || copies.sources.size() == Copies::kMostSources) break;
    const auto facets = unserialise_facets(database.get_document(*copy).get_value(kFacetSlot));
    if (!facets || facets->source.empty()) continue;
    if (std::ranges::find(copies.sources, facets->source) == copies.sources.end()) {
      copies.sources.push_back(facets->source);
    }
  }
  return copies;
}

}  // namespace warta::searcher
