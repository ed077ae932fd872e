// "noindex": what a server and a page say about being found at all (X-Robots-Tag and <meta name="robots">).
#pragma once

#include <string_view>

#include "indexer/extract/html_document.h"

namespace warta::indexer {

// True where the values of X-Robots-Tag, a line each, ask every crawler, or the one with this product token
// ("warta-indexer"), not to index: "noindex", "none", "warta-indexer: noindex, nofollow".
bool forbids_indexing(std::string_view robots_tags, std::string_view product);

// The same for a page's <meta name="robots" content="noindex">, or with the product token for a name.
bool forbids_indexing(const HtmlDocument& page, std::string_view product);

}  // namespace warta::indexer
