// What a prefix query has to look for among the index's terms, which are stems: "pemer*" means pemerintah, whose term
// is perintah.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warta::searcher {

// The beginnings of terms under which words that begin with `prefix` can stand: the prefix itself first, then what is
// left of it without an Indonesian derivational prefix, the first letter that the prefix swallowed put back
// (mem- pem-: p; men- pen-: t; meny- peny-: s; meng- peng-: k). At least two letters are left. The prefix is
// normalised.
std::vector<std::string> term_prefixes(std::string_view prefix);

}  // namespace warta::searcher
