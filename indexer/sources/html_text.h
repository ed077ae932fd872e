// Pieces of HTML that stand in other formats: summaries and texts of feeds and exports.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The paragraphs of a piece of HTML in UTF-8, divided by '\n', without furniture ("Baca juga", share bars) and without
// the title where the text repeats it. "" where it nests so deeply that reading it would take minutes.
std::string paragraphs_of_html(std::string_view html, std::string_view title);

// The same of plain text, whose lines are its paragraphs.
std::string paragraphs_of_text(std::string_view text);

}  // namespace warta::indexer
