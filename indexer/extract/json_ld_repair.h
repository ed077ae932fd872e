// JSON-LD as templates write it: wrapped in comments, with commas and quotation marks where none may stand.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The script without the HTML comment or CDATA section around it, and without a semicolon at its end.
std::string_view unwrapped_json_ld(std::string_view script);

// What a strict parser refused, with the slips of templates mended: commas before a closing bracket or twice, raw
// control characters and lone quotation marks in strings, comments. A mark ends a string when what follows it is
// structure, which is a guess where an article quotes: so only for text that is no JSON as it stands.
std::string repaired_json_ld(std::string_view script);

}  // namespace warta::indexer
