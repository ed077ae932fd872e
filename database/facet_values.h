// The source, category and authors of an article as one value of its document: what facets are counted by, in one
// pass over a short slot.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/article.h"

namespace warta {

struct FacetValues {
  std::string source;
  std::string category;
  std::vector<std::string> authors;

  bool operator==(const FacetValues&) const = default;
};

// "" where the article says none of them.
std::string serialise_facets(const Article& article);

// Nothing where the bytes were not made by serialise_facets; "" is an article without any.
std::optional<FacetValues> unserialise_facets(std::string_view value);

}  // namespace warta
