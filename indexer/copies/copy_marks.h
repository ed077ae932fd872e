// What a document says of its copies: its cluster, as a value and as a term, and the sketch for later runs.
#pragma once

#include <cstdint>

#include <xapian.h>

#include "indexer/copies/text_sketch.h"
#include "indexer/index_document.h"

namespace warta::indexer {

// Adds the marks of an article that stands in the cluster. Nothing where its text is too short to be compared.
void mark_copies(const TextSketch& sketch, std::uint64_t cluster, IndexDocument& document);

// Gives `document` the marks that another version of the same document has.
void keep_copy_marks(const Xapian::Document& version, IndexDocument& document);

}  // namespace warta::indexer
