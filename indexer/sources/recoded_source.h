// Input in UTF-16, or with the line ends of old programs, as the UTF-8 lines that cutters of records look for.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/sources/byte_source.h"

namespace warta::indexer {

// Appends to out what the bytes mean and returns how many of them it read. The others are given to the next call with
// those that follow; is_last: none follow, and all must be read. Called in the order of the file.
using Recoder = std::function<std::size_t(std::string_view bytes, bool is_last, std::string& out)>;

// True where lines end in "\r" alone, as in tables of old spreadsheets: bytes have some, and no "\n".
bool has_only_carriage_returns(std::string_view bytes);

// "\n" for each "\r".
Recoder lines_from_carriage_returns();

// The bytes of source through recoder; read are those that were taken from it already, is_at_end: there are no others.
std::unique_ptr<ByteSource> recoded_source(std::unique_ptr<ByteSource> source, Recoder recoder, std::string read,
                                           bool is_at_end);

}  // namespace warta::indexer
