// Words of a question that name what is asked for: "alasan" asks for a reason, and the answer says "karena".
#pragma once

#include <vector>

#include "searcher/query/clause.h"

namespace warta::searcher {

// Gives the units of a question that name what it asks for the share kAskedShare. Words without a question word among
// them are none: "alasan pemecatan" looks for an article that says so.
void weigh_asked_words(std::vector<Unit>& units);

}  // namespace warta::searcher
