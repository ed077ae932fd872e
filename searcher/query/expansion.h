// What only the database knows of a query's words: the words that a prefix begins, and further ways to meet plain
// words, which are acronyms that the corpus explained (KPK for "komisi pemberantasan korupsi", and the other way round)
// and the names of the list of synonyms.
#pragma once

#include <xapian.h>

#include "analysis/analyzer.h"
#include "database/shards.h"
#include "database/synonym_list.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

struct ExpansionSources {
  Shards shards;
  bool acronyms = true;
  const SynonymList* synonyms = nullptr;  // none where null
};

// Gives prefixes their terms (prefix_expansion.h).
//
// Adds alternatives to the plain words of the outermost group: to a word that is an acronym its long forms, to words
// side by side that are a long form its acronym, to both their synonyms; the longest known stretch counts. What is
// quoted, stands in a field or bears an operator or a sign is meant as it is written, and stays so; nothing is added
// where the query has both forms.
//
// Dotted acronyms count without their dots, and initials written apart ("B. J. Habibie") as one with them, as a
// synonym.
//
// A reading of an acronym counts only
// - where it is explained at least a tenth as often as the commonest one, so that PKB keeps its two and loses its
//   typing errors;
// - where at least one in two hundred of the articles that hold the acronym explain it so. An acronym that is also an
//   ordinary word ("api", "bisa") fails this, for a query's case does not tell the two apart.
//
// Reads some keys of the database's metadata for each word. Throws Xapian::Error.
void expand(Clause& root, const ExpansionSources& sources, const Xapian::Database& database,
            analysis::Analyzer& analyzer);

}  // namespace warta::searcher
