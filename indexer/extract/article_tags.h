// What a page files its article under, where it shows that to readers only.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"

namespace warta::indexer {

// The links of the first list of tags behind the title: links to addresses of tags ("/tag/beras", rel="tag") that do
// not stand among running text.
std::vector<std::string> listed_tags(const HtmlDocument& document, const PageBlocks& page, std::size_t title_block);

// The tags without those that a site puts on every page ("berita terkini"), and none twice.
std::vector<std::string> telling_tags(std::vector<std::string> tags);

// The last step of the page's breadcrumb that is neither the front page nor the article, or "".
std::string section_of_breadcrumb(const HtmlDocument& document);

}  // namespace warta::indexer
