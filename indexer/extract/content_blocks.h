// A page as a reader sees it: a sequence of blocks of text, each with what tells content from furniture.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/extract/html_document.h"

namespace warta::indexer {

// A paragraph, heading, list item, table cell, or a line between two <br>.
struct ContentBlock {
  std::string text;                      // white space folded, never empty
  const GumboNode* container = nullptr;  // the nearest element that makes a block
  std::size_t words = 0;
  std::size_t link_words = 0;  // of these, how many are links
  bool is_heading = false;     // h1 to h6
  bool is_unlikely = false;    // stands where sites put furniture: navigation, sidebars, captions, comments
};

// Which blocks stand in an element: [first, end) of the page's blocks.
struct BlockSpan {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t words = 0;
  std::size_t link_words = 0;
};

struct PageBlocks {
  std::vector<ContentBlock> blocks;                       // in the order of the page
  std::unordered_map<const GumboNode*, BlockSpan> spans;  // of each element that makes blocks
};

// All blocks of a page. Scripts, styles, forms' controls and the like have no text.
PageBlocks content_blocks(const HtmlDocument& document);

// The blocks inside of an element, as if the page were nothing else: names of elements around it say nothing.
PageBlocks content_blocks(const GumboNode* element);

// The share of a block's words that are links, 0 to 1.
double link_density(const ContentBlock& block);

}  // namespace warta::indexer
