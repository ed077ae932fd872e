// OpenGraph, article:, Dublin Core and plain meta tags, links, and microdata: a page's machine-readable head.
#pragma once

#include "indexer/extract/html_document.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// What <meta>, <link rel="canonical">, <html lang> and itemprop attributes say. JSON-LD scripts are read too, and win.
PageMetadata read_metadata(const HtmlDocument& document);

// The text of <title> and the content of og:title: titles with the site's name about them.
struct RawTitles {
  std::string document_title;
  std::string social_title;
};
RawTitles read_raw_titles(const HtmlDocument& document);

}  // namespace warta::indexer
