// TREC's collections, <DOC> after <DOC>, to articles.
#pragma once

#include "indexer/sources/chunk.h"

namespace warta::indexer {

// Parses each <DOC> of a chunk: DOCNO, TITLE, HEAD or HEADLINE, TEXT (also several), DATE, URL, AUTHOR and whatever
// else json_fields.h knows; other elements are kept. Case does not count. Entities are resolved, <P> divides
// paragraphs, and where there is none, blank lines do. A document without its end, or without title and text, is
// skipped, with its line.
void parse_trec(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);

}  // namespace warta::indexer
