// Which field of an article a member of a JSON object, a column of a table or an element of a document is: the one
// table of names and aliases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace warta::indexer {

enum class JsonField : std::uint8_t {
  id,
  url,
  title,
  body,
  published,
  modified,
  authors,
  source,
  category,
  tags,
  language,
};

inline constexpr std::size_t kJsonFieldCount = 11;

struct JsonFieldMatch {
  JsonField field;
  std::size_t rank;  // of two members that mean the same field, the one of lower rank is taken
};

// Any case; '_', '-' and spaces do not count: "Published_At" is "publishedat".
std::optional<JsonFieldMatch> find_json_field(std::string_view name);

// The first name of a field, which an export gives it.
std::string_view json_field_name(JsonField field);

}  // namespace warta::indexer
