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

void keep_copy_marks(const Xapian::Document& version, Xapian::Document& document) {
  const std::string cluster = version.get_value(kCopiesSlot);
  if (cluster.empty()) return;
  document.add_value(kCopiesSlot, cluster);
  document.add_value(kSketchSlot, version.get_value(kSketchSlot));
  document.add_boolean_term(copies_term(cluster));
}

}  // namespace warta::indexer
