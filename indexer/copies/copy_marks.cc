#include "indexer/copies/copy_marks.h"

#include <string>

#include "database/schema.h"
#include "indexer/document_builder.h"

namespace warta::indexer {

void mark_copies(const TextSketch& sketch, std::uint64_t cluster, Xapian::Document& document) {
  if (!sketch.is_comparable()) return;
  const std::string value = serialise_hash(cluster);
  document.add_value(kCopiesSlot, value);
  document.add_value(kSketchSlot, serialise_sketch(sketch));
  document.add_boolean_term(copies_term(value));
}

}  // namespace warta::indexer
