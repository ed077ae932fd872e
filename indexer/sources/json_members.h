// The members of a JSON object, sorted by what they may be of an article.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "indexer/sources/json_fields.h"

namespace warta::indexer {

struct JsonMember {
  std::string_view name;
  simdjson::dom::element value;  // what it says: of {"$date": ...} or {"rendered": ...} the inside
  simdjson::dom::element whole;  // as it stands there
  std::optional<JsonField> field = std::nullopt;
  std::size_t rank = 0;  // JsonFieldMatch::rank
  std::size_t position = 0;
};

// Lives no longer than the parser of its object.
struct JsonMembers {
  std::vector<JsonMember> of_fields;       // the members of each field side by side, the surest first; none is empty
  std::vector<JsonMember> others;          // what no field takes, in the order of the object
  std::vector<std::string_view> repeated;  // names that stand there more than once; only the first member is above
};

// Members of "_source", where search engines export the document itself, count as members of the object.
JsonMembers sort_members(simdjson::dom::object object);

}  // namespace warta::indexer
