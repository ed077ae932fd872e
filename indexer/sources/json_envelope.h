// Articles in JSON that stand inside of something: the answer of a service, an export, one page of many.
#pragma once

#include <optional>
#include <string_view>

#include <simdjson.h>

#include "indexer/sources/prologue.h"

namespace warta::indexer {

// What stands before the articles of a JSON text, of which bytes are the beginning: up to the elements of its array,
// where it is one, or is an object with one of articles ("articles", "data", ...; also in an object of that object).
// An object that has a title, a text or an address itself, before the array or behind it, is an article that has such
// an array. Otherwise no more than a byte order mark: values one after the other.
Prologue json_prologue(std::string_view bytes);

// The same of an object that is parsed and has neither a title nor a text: its articles, or nothing.
std::optional<simdjson::dom::array> enclosed_articles(simdjson::dom::object object);

}  // namespace warta::indexer
