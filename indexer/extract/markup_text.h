// Text that may still hold markup: of JSON-LD, attributes, and of pages that escaped it twice.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// True when text holds a character reference such as "&amp;" or "&#8220;".
bool has_character_reference(std::string_view text);

// True when text holds a tag.
bool has_tag(std::string_view text);

// One line without tags, character references resolved, white space folded.
std::string resolved_text(std::string_view text);

}  // namespace warta::indexer
