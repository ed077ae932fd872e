// What a database's metadata says about how it was made, for every command that opens one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <xapian.h>

#include "analysis/analysis_settings.h"
#include "base/result.h"
#include "indexer/document_builder.h"

namespace warta::indexer {

struct DatabaseSettings {
  analysis::AnalysisSettings analysis;
  std::string dictionary;                 // of the stored articles' compression; may be empty
  std::uint64_t dictionary_articles = 0;  // that the database had when it was trained; 0 where nobody knows
  std::string synonyms;                   // text of the list that searches are widened by; may be empty
};

// The current generation, opened for reading, with its settings. ExitCode::no_database where there is none,
// ExitCode::wrong_version where another version of Warta made it.
struct OpenDatabase {
  Xapian::Database database;
  std::filesystem::path generation;
  DatabaseSettings settings;
};
Result<OpenDatabase> open_database(const std::filesystem::path& path);

// What the metadata say of it; 0 where they say nothing. Throws Xapian::Error.
std::uint64_t dictionary_articles(const Xapian::Database& database);

// Sets the metadata; the caller commits.
void write_settings(const DatabaseSettings& settings, Xapian::WritableDatabase& database);

// A builder of documents for a database with these settings.
Result<DocumentBuilder> make_document_builder(const DatabaseSettings& settings);

}  // namespace warta::indexer
