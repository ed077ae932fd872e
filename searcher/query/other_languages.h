// A query's words in articles that are not Indonesian: these are indexed unstemmed, so that a word which the stemmer
// changes stands there under another term.
#pragma once

#include <xapian.h>

#include "searcher/query/clause.h"

namespace warta::searcher {

// Keeps, of the unstemmed terms that make_clause gave, those that some article holds; of a title's words those that
// stand in titles. Each gets the share of its weight that the word would have if both terms were one: a word is rare
// among the few articles of another language, but that makes it no more telling.
//
// A database of Indonesian articles alone costs one look-up, any other one a word that the stemmer changes. Throws
// Xapian::Error.
void find_in_other_languages(Clause& root, const Xapian::Database& database);

}  // namespace warta::searcher
