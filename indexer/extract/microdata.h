// Microdata, and RDFa that is used like it: schema.org's properties on the page's own elements.
#pragma once

#include "indexer/extract/html_document.h"
#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// What itemprop (or property, in RDFa) says outside of <meta> and <link>, which stand for the whole page, about the
// article. Properties of an item inside the article belong to that item, so inner items are passed over, but for the
// name of an author, publisher or picture.
PageMetadata read_microdata(const HtmlDocument& document);

}  // namespace warta::indexer
