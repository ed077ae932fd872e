#include "indexer/copies/copy_marks.h"

#include <string>

#include "database/article.h"
#include "database/schema.h"

namespace warta::indexer {

namespace {

void add_marks(const std::string& cluster, const std::string& sketch, IndexDocument& document) {
  document.add_value(kCopiesSlot, cluster);
  document.add_value(kSketchSlot, sketch);
  document.add_term(copies_term(cluster), 0);
}

}  // namespace

void mark_copies(const TextSketch& sketch, std::uint64_t cluster, IndexDocument& document) {
  if (sketch.is_comparable()) add_marks(serialise_hash(cluster), serialise_sketch(sketch), document);
}

void keep_copy_marks(const Xapian::Document& version, IndexDocument& document) {
  const std::string cluster = version.get_value(kCopiesSlot);
  if (!cluster.empty()) add_marks(cluster, version.get_value(kSketchSlot), document);
}

}  // namespace warta::indexer
