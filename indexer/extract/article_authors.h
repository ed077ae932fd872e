// Who wrote an article: what the page declares, else what its lines and elements of credit say.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/content_blocks.h"
#include "indexer/extract/page_dates.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// Persons only, each once, at most a handful: many pages name the medium, "Redaksi" or an address. credited are the
// names of credit lines in the text. Empty where nobody is named.
std::vector<std::string> article_authors(const PageMetadata& metadata, const PageBlocks& page,
                                         const ArticlePlace& place, const std::vector<std::string>& credited);

}  // namespace warta::indexer
