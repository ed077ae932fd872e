// Scratch shards: small Xapian databases, each written once from one batch, later merged into the database.
//
// Xapian's own writer inverts documents in trees of strings, which took half of the time of indexing. A shard is
// written once and in order, so that arrays do: its postings are collected document by document, its terms numbered and
// sorted once, and the tables of Xapian 1.4's glass format filled from front to back (indexer/glass/). No other program
// reads a shard: Xapian merges them, and so every block of a published database is Xapian's own work.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/glass/posting_tables.h"
#include "indexer/glass/version_file.h"
#include "indexer/index_document.h"
#include "indexer/term_numbers.h"

namespace warta::indexer {

struct Shard {
  std::filesystem::path path;  // empty where there are no documents
  Xapian::doccount documents = 0;
};

// An unfinished shard leaves nothing on the disk.
class ShardBuilder {
 public:
  explicit ShardBuilder(std::filesystem::path path) : path_(std::move(path)) {}

  // Takes the values out of the document. Ids follow the order of the calls, from 1.
  void add(IndexDocument&& document);

  // Writes the database; there is none where no document was added. Throws Xapian::Error: the disk is full, say.
  Shard finish();

 private:
  // A term of a document: by its number while documents are added, by its rank among the sorted ones when they are
  // written.
  struct DocumentTerm {
    std::uint32_t term;
    std::uint32_t count;
  };
  struct Document {
    std::size_t terms_end;  // in terms_; they begin where those of the document before end
    std::uint32_t length;
    std::string slots;  // that have values, as glass lists them
  };

  void rank_terms();
  void write();
  glass::TableRoot write_term_lists() const;
  glass::TableRoot write_postings() const;
  glass::Totals totals() const;
  std::uint32_t documents() const { return static_cast<std::uint32_t>(documents_.size()); }

  std::filesystem::path path_;
  TermNumbers numbers_;
  std::vector<std::size_t> latest_;  // by number: 1 + the index in terms_ of the term's latest occurrence
  std::vector<DocumentTerm> terms_;
  std::vector<Document> documents_;
  std::map<Xapian::valueno, std::vector<std::pair<std::uint32_t, std::string>>> values_;  // by slot, with the documents
  std::vector<std::uint32_t> sorted_;                                                     // numbers of terms, by rank
};

}  // namespace warta::indexer
