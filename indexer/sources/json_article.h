// One JSON object to one article: values checked, what is unknown or unsound kept aside.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "database/article.h"

namespace warta::indexer {

// The article of a JSON object. Members are found by find_json_field, in any order; a list may be an array or text with
// commas. A value of the wrong type, an impossible date or a URL that is none is told to warn, in words for the person,
// and the next member that means the same field is tried. Such values, and every member that no field takes, stand in
// Article::extra as JSON text, so that nothing is lost; one that has the name under which the export writes its field
// gets the name of the member that was taken. The body stays as it is but for its markup (plain_fields.h), furniture
// and all.
Article article_from_json(simdjson::dom::object object, const std::function<void(std::string&&)>& warn);

}  // namespace warta::indexer
