#include "indexer/glass/version_file.h"

#include <array>
#include <string>

#include "indexer/glass/packing.h"

namespace warta::indexer::glass {
namespace {

// The format's version is a date: years from 2014, month, day. That of 14 March 2016 is the one of all of Xapian 1.4.
constexpr unsigned kFormatVersion = (2016U - 2014U) << 9 | 3U << 5 | 14U;
constexpr std::string_view kMagic("\x0F\x0DXapian Glass", 14);
constexpr std::size_t kUuidBytes = 16;  // which tells copies of a database apart; a scratch shard has none

// Tables in the file's order.
enum Table : std::uint8_t { kPostings, kDocumentData, kTermLists, kPositions, kSpellings, kSynonyms, kTables };

void append_root(const TableRoot& root, bool is_compressed, std::string& bytes) {
  constexpr std::uint32_t kIsWrittenInOrder = 2;
  constexpr std::uint32_t kIsNotThere = 1;
  const bool is_there = root.blocks > 0;
  append_number(root.block, bytes);
  append_number(root.levels << 2 | (is_there ? 0 : kIsWrittenInOrder | kIsNotThere), bytes);
  append_number(root.entries, bytes);
  append_number(BlockBuilder::kBytes >> 11, bytes);
  append_number(is_compressed ? kLeastDeflatedBytes : 0, bytes);
  std::string free_blocks;
  if (is_there) {
    append_number(kRevision, free_blocks);
    append_number(root.blocks, free_blocks);  // the first one after the file's end
    free_blocks.append(4, '\0');              // an empty list of others: where it begins and ends
  }
  append_text(free_blocks, bytes);
}

}  // namespace

void write_version_file(const std::filesystem::path& database, const TableRoot& postings, const TableRoot& term_lists,
                        const Totals& totals) {
  std::string bytes(kMagic);
  bytes += static_cast<char>(kFormatVersion >> 8);
  bytes += static_cast<char>(kFormatVersion & 0xFF);
  bytes.append(kUuidBytes, '\0');
  append_number(kRevision, bytes);
  std::array<TableRoot, kTables> roots{};
  roots[kPostings] = postings;
  roots[kTermLists] = term_lists;
  for (std::size_t table = 0; table < roots.size(); ++table) {
    append_root(roots[table], table != kPostings && table != kPositions, bytes);
  }
  append_number(totals.documents, bytes);
  append_number(0, bytes);  // ids beyond the number of documents
  append_number(totals.least_length, bytes);
  append_number(totals.greatest_count, bytes);
  append_number(totals.greatest_length - totals.greatest_count, bytes);
  append_number(0, bytes);  // the oldest changeset for replication
  append_number(totals.length, bytes);
  append_number(0, bytes);  // the frequency of words for spelling
  write_file(database / "iamglass", bytes);
}

}  // namespace warta::indexer::glass
