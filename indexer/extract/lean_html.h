// What a page's parser need not see.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The page without comments, the insides of scripts (but for JSON-LD), styles and drawings, and with each run of white
// space as one space, outside of JSON-LD. The parser goes through all of that a character at a time, and it makes up a
// third to a half of a newspaper's page: parsing what is left takes that much less time, and yields the same text. A
// comment or script that is not closed goes on to the end, as in the parser.
std::string lean_html(std::string_view utf8);

}  // namespace warta::indexer
