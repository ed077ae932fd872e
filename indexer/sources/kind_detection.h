// Which kind of input a file is, told by how it begins and, where that leaves it open, by its name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/sources/chunk.h"

namespace warta::indexer {

// How many of the first bytes detect_kind wants to see, where a file has so many.
inline constexpr std::size_t kDetectionBytes = 4096;

// first_bytes are the first decompressed bytes. A feed or sitemap in a file that is named a page is html, whose reading
// tells what it is. Never returns SourceKind::detect: what is nothing else is text.
SourceKind detect_kind(std::string_view name, std::string_view first_bytes);

// The local name of the first element in lower case, without what stands before it: declarations, comments, a document
// type. "" where the bytes are no XML or HTML, or it lies beyond them.
std::string root_name(std::string_view bytes);

// True where the name ends in an extension of some kind of input, or in one and ".gz" or ".zst". These are the files
// that are taken from directories.
bool has_known_extension(std::string_view name);

// True for a picture, an archive or another program's data: NUL bytes in what is not UTF-16 text.
bool is_binary(std::string_view first_bytes);

// True where first_bytes are the beginning of XML or HTML in a charset that has ASCII's bytes.
bool is_xml(std::string_view first_bytes);

}  // namespace warta::indexer
