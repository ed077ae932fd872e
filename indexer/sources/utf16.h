// UTF-16, told by its byte order mark or, without one, by its bytes, and read as UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/sources/recoded_source.h"

namespace warta::indexer {

struct Utf16Form {
  bool is_big_endian = false;
  std::size_t mark_bytes = 0;  // of the byte order mark, 0 without one
};

// Nothing where first_bytes, the beginning of a file, are no UTF-16. Without a mark they are where most of them are
// ASCII's text with a NUL each, always on the same side.
std::optional<Utf16Form> utf16_form(std::string_view first_bytes);

// From UTF-16 of that form to UTF-8, without the mark. What is no text becomes U+FFFD.
Recoder utf8_recoder(Utf16Form form);

// The same of bytes as a whole.
std::string utf8_from_utf16(std::string_view bytes, Utf16Form form);

}  // namespace warta::indexer
