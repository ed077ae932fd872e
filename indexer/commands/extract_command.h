// `warta-indexer extract`: prints what would be indexed, without a database.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "base/exit_codes.h"
#include "database/article.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

// One line of JSON: file, url, title, authors, published and modified (ISO 8601), source, section, tags, language,
// body, and id where there is one. Fields that the article has not are "" or [], or null for times.
std::string extracted_json(const std::string& file, const Article& article);

// Writes a line (extracted_json) to output for each article of reader, and tells `report` what was left out and
// why. Returns ExitCode::input_skipped when something was, ExitCode::io_error when output cannot be written.
ExitCode run_extract(ChunkReader& reader, const SourceOptions& options, std::ostream& output,
                     const std::function<void(const std::string&)>& report);

// The same for files, directories and standard input.
ExitCode run_extract(const std::vector<std::string>& sources, const SourceOptions& options, std::ostream& output,
                     const std::function<void(const std::string&)>& report);

}  // namespace warta::indexer
