// Article -> one line of JSON that `add` reads back into the same article.
#pragma once

#include <string>

#include "database/article.h"

namespace warta::indexer {

// A JSON object without a newline, its members named as in the table of fields; empty fields are left out. Unknown
// fields stand as they came.
std::string to_json_line(const Article& article);

}  // namespace warta::indexer
