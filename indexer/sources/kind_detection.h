// Which kind of input a file is, told by how it begins and, where that leaves it open, by its name.
#pragma once

#include <string_view>

#include "indexer/sources/chunk.h"

namespace warta::indexer {

// first_bytes are the first decompressed bytes. Never returns SourceKind::detect: what is neither JSON nor HTML is
// text.
SourceKind detect_kind(std::string_view name, std::string_view first_bytes);

// True for a picture, an archive or another program's data: NUL bytes in what is not UTF-16 text.
bool is_binary(std::string_view first_bytes);

}  // namespace warta::indexer
