// CSV and TSV to articles.
#pragma once

#include <string_view>

#include "base/result.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

// Parses the rows of a chunk, which begins with the header of its table; first_line is the line of the row after it.
// Columns are found by name (json_fields.h). Fields are separated by what separates the header (table_delimiter). A
// row with more or fewer fields than the header is skipped, with its line.
void parse_table(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);

// True where the header names at least two fields of an article, one of them the title or the text.
bool is_table_header(std::string_view header);

// Error: no column of the header is a title or a text, so that no row can be an article; the message says which names
// would be.
Result<void> check_table_header(std::string_view header);

}  // namespace warta::indexer
