// OpenGraph, article:, Dublin Core and plain meta tags, and links: a page's machine-readable head.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_document.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// The text of <title> and the content of og:title: titles with the site's name about them.
struct RawTitles {
  std::string document_title;
  std::string social_title;
};

struct PageHead {
  PageMetadata metadata;
  RawTitles titles;
  std::string_view base;  // of <base href>, "" where there is none; lives as long as the document
};

// What <meta>, <link>, <html lang>, JSON-LD scripts and microdata say. Of each field the first of JSON-LD, microdata
// and meta that says anything is taken; of addresses the canonical link and og:url come first, being made for this
// very purpose, where JSON-LD's may be those of the publisher.
PageHead read_head(const HtmlDocument& document);

}  // namespace warta::indexer
