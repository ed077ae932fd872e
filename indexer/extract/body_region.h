// Where on a page the article's text stands.
#pragma once

#include <vector>

#include "indexer/extract/content_blocks.h"

namespace warta::indexer {

// The blocks of the region that most looks like an article's text, as ranges in the order of the page; none where the
// page has no running text.
//
// Scores elements by the paragraphs in them after Readability (Arc90 2009, and Mozilla's continuation): a paragraph is
// worth its commas and length, to its parent whole and to elements above in falling shares; the winner's siblings join
// it when they look like it. From Boilerpipe (Kohlschuetter, Fankhauser, Nejdl: Boilerplate Detection using Shallow
// Text Features, WSDM 2010) come the two features that decide about single blocks, number of words and link density.
// title_block is that of the article's title, or the number of blocks: text behind another first heading, or before
// the title, rarely belongs to the article.
std::vector<BlockSpan> find_body_region(const PageBlocks& page, std::size_t title_block);

// The element that holds the most running text between the title and `end`, whatever its name promises, but for
// comments and related articles; nullptr where there is none worth the name.
const GumboNode* find_misnamed_body(const PageBlocks& page, std::size_t title_block, std::size_t end);

}  // namespace warta::indexer
