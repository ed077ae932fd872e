// What a prefix query has to look for among the index's terms, which are stems: "dik*" means dikatakan, whose term is
// kata. The vocabulary knows the words that begin so, and the analyzer their terms.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "database/shards.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

// A prefix of two letters can begin ten thousands of words; the most frequent of them are enough.
inline constexpr std::size_t kMostPrefixTerms = 500;

// Gives each prefix of the query its terms: those of the index that begin so, the kMostPrefixTerms most frequent of
// them, and those of as many of the vocabulary's words that begin so. A word that is too rare for the vocabulary is
// found where its stem begins so. Equal prefixes are looked up once. Throws Xapian::Error.
void find_prefix_terms(Clause& root, Shards shards, const Xapian::Database& database, analysis::Analyzer& analyzer);

// The terms of the index that begin so: of more than `most` the most frequent ones, of equally frequent ones the first.
// Sorted. Xapian's own OP_WILDCARD expands, and weighs, in each shard what that shard has: several shards would rank
// otherwise than one database. Throws Xapian::Error.
std::vector<std::string> terms_beginning_with(const Xapian::Database& database, const std::string& beginning,
                                              std::size_t most);

}  // namespace warta::searcher
