#include "indexer/index_document.h"

namespace warta::indexer {

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document result;
  document.for_each_term(
      [&](std::string_view term, std::uint32_t count) { result.add_term(std::string(term), count); });
  for (const auto& [slot, value] : document.values()) result.add_value(slot, value);
  return result;
}

}  // namespace warta::indexer
