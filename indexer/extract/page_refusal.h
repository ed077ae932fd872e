// Pages that hold no article: told apart from those that do, and from each other.
#pragma once

#include "database/article.h"
#include "indexer/extract/article_body.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// What was found on a page; references to what the page's reader holds.
struct PageEvidence {
  const PageMetadata& metadata;
  const Article& article;  // with URL, title and body
  const PageBlocks& page;
  const ArticleBody& body;
  std::size_t title_block;
};

// Why the page holds no article, in words for the person, or nullptr when it does hold one: a front page, a listing of
// a section, tag or author, results of a search, a page of pictures or a video without text, a lead before a pay wall,
// an error page that was sent as a sound one, a page without running text.
const char* reason_for_no_article(const PageEvidence& evidence);

}  // namespace warta::indexer
