// Where the records of each kind end.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "indexer/sources/chunk_cutter.h"

namespace warta::indexer {

// JSON Lines.
std::unique_ptr<RecordScanner> scan_lines();

// Rows of a table; a line end inside of quotes ends none, unless the quote is never closed or not within max_bytes.
std::unique_ptr<RecordScanner> scan_table_rows(char delimiter, std::uint64_t max_bytes);

// JSON values, divided by commas or white space: the elements of an array, or objects one after the other.
std::unique_ptr<RecordScanner> scan_json_values();

// <item> and <entry> elements of feeds and exports.
std::unique_ptr<RecordScanner> scan_feed_items();

// TREC's <DOC> ... </DOC>.
std::unique_ptr<RecordScanner> scan_trec_documents();

}  // namespace warta::indexer
