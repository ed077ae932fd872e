// The file that makes a directory of tables a glass database: where each table's tree begins, and the totals.
#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/glass/table_writer.h"

namespace warta::indexer::glass {

// Of everything in a database that is written once.
inline constexpr std::uint16_t kRevision = 1;

// A value shorter than this is stored as it is in tables that are compressed.
inline constexpr std::size_t kLeastDeflatedBytes = 18;

struct Totals {
  std::uint32_t documents = 0;  // with the ids from 1 on
  std::uint64_t length = 0;     // of all documents: the sum of their terms' counts
  std::uint32_t least_length = 0;
  std::uint32_t greatest_length = 0;
  std::uint32_t greatest_count = 0;  // of any term in any document
};

// Writes the version file of a database that has these two tables. Throws Xapian::DatabaseError.
void write_version_file(const std::filesystem::path& database, const TableRoot& postings, const TableRoot& term_lists,
                        const Totals& totals);

}  // namespace warta::indexer::glass
