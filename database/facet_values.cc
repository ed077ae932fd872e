#include "database/facet_values.h"

#include <utility>

#include "database/record_bytes.h"

namespace warta {

std::string serialise_facets(const Article& article) {
  if (article.source.empty() && article.category.empty() && article.authors.empty()) return {};
  RecordWriter writer;
  writer.text(article.source);
  writer.text(article.category);
  writer.texts(article.authors);
  return std::move(writer).bytes();
}

std::optional<FacetValues> unserialise_facets(std::string_view value) {
  if (value.empty()) return FacetValues();
  RecordReader reader(value);
  FacetValues facets{.source = reader.text(), .category = reader.text(), .authors = reader.texts()};
  return reader.is_complete() ? std::optional(std::move(facets)) : std::nullopt;
}

}  // namespace warta
