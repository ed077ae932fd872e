// JSON-LD in a page: schema.org's NewsArticle and its kin.
#pragma once

#include <string_view>

#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// What one <script type="application/ld+json"> says, the article in it being looked for at the top, in arrays, in
// @graph and in mainEntity. Empty when it is broken JSON or speaks of no article.
PageMetadata metadata_from_json_ld(std::string_view script);

}  // namespace warta::indexer
