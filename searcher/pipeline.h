// The walk of a search: query string, tree, clauses, hits, presentation.
#pragma once

#include <iosfwd>

#include "base/result.h"
#include "searcher/options.h"

namespace warta::searcher {

// Runs what the options say. Data goes to out, messages for the person to messages. ExitCode::nothing_found comes back
// only where the options ask for it.
Result<ExitCode> run(const Options& options, std::istream& in, std::ostream& out, std::ostream& messages);

}  // namespace warta::searcher
