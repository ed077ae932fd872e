// Titles and texts of records that were taken out of pages with their markup: what they say, as plain text.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// A title without tags, its character references resolved, also where they were escaped twice; as it is where it has
// neither.
std::string plain_title(std::string_view title);

// A text as its paragraphs, divided by '\n', where it is plainly HTML: it has a tag such as <p>, <br> or <div>. Nothing
// but markup, scripts and links announced as other articles goes. Of other texts the lines with a character reference
// or a tag such as <b> are resolved, and the rest stays as it is. "" where there is nothing but markup.
std::string plain_body(std::string_view body);

}  // namespace warta::indexer
