// What a prefix query has to look for among the index's terms, which are stems: "pemer*" means pemerintah, whose term
// is perintah.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace warta::searcher {

// The beginnings of terms under which words that begin with `prefix` can stand: the prefix itself first, then what is
// left of it without an Indonesian derivational prefix, the first letter that the prefix swallowed put back
// (mem- pem-: p; men- pen-: t; meny- peny-: s; meng- peng-: k). At least two letters are left. The prefix is
// normalised.
std::vector<std::string> term_prefixes(std::string_view prefix);

// The terms of the index that begin so: of more than `most` the most frequent ones, of equally frequent ones the first.
// Sorted. Xapian's own OP_WILDCARD expands, and weighs, in each shard what that shard has: several shards would rank
// otherwise than one database. Throws Xapian::Error.
std::vector<std::string> terms_beginning_with(const Xapian::Database& database, const std::string& beginning,
                                              std::size_t most);

}  // namespace warta::searcher
