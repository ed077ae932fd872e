// Filters that come from options, not from the query string: --source, --after and their like.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "searcher/query/query_tree.h"

namespace warta::searcher {

// Narrows the tree to articles whose field has any of the values. The field is one of fields(); dates are read like
// those in queries, and what cannot be read is ExitCode::usage.
Result<void> add_filter(Node& root, const std::string& field, const std::vector<std::string>& values,
                        const CivilDate& today);

}  // namespace warta::searcher
