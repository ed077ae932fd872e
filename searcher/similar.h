// "More like this": the articles that share most with one of the archive.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "searcher/query/clause.h"
#include "searcher/search.h"
#include "searcher/session.h"

namespace warta::searcher {

// What an article is about: its words that stand in it often and in few other articles, those of the title counted with
// their weight, the most telling first (Luhn 1958, Sparck Jones 1972). Empty for an article without such words.
struct SimilarQuery {
  Clause clause;        // the words, to be shown where hits hold them
  Xapian::Query query;  // the words with their weights, without the article itself and its copies
};

// For the article with this URL or id; ExitCode::usage where there is none, or where it says nothing to go by.
Result<SimilarQuery> make_similar_query(Session& session, const std::string& key);

// The articles that match best, those only that match `filter` too, where there is one. Of copies the best stands for
// all, where the options fold. The count is an estimate.
Result<SearchResult> find_similar(Session& session, const SimilarQuery& query, const Clause* filter,
                                  const SearchOptions& options);

}  // namespace warta::searcher
