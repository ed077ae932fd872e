// The article's title, without the site's name that pages put about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/content_blocks.h"
#include "indexer/extract/meta_tags.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// Prefers what readers see: a heading (or another short block) of the page with which one of the declared titles
// begins; else the declared headline, og:title or <title> without the site's name at its end. "" when there is none.
std::string choose_title(const PageMetadata& metadata, const RawTitles& raw, const PageBlocks& page,
                         std::string_view site);

// The index of the block that shows the title, or the number of blocks.
std::size_t find_title_block(const PageBlocks& page, std::string_view title);

}  // namespace warta::indexer
