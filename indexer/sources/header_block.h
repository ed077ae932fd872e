// The head of a WARC record or of an HTTP message: "Name: value" lines up to an empty one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace warta::indexer {

// The size of the head at the front of bytes, its empty line included; nothing where it does not end there.
std::optional<std::size_t> head_size(std::string_view bytes);

// The value of a field, trimmed; "" where there is none. Names count in any case. Of several the first.
std::string_view field_value(std::string_view head, std::string_view name);

// "text/html" of "text/html; charset=utf-8", as it is written.
std::string_view media_type(std::string_view content_type);

// "utf-8" of it, without quotes; "" where there is none.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace warta::indexer
