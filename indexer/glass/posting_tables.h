// What stands in the table of postings besides metadata: statistics and values of each slot, the documents' lengths,
// and the postings of each term, each cut in pieces of about two thousand bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/table_writer.h"

namespace warta::indexer::glass {

struct Posting {
  std::uint32_t document;
  std::uint32_t count;
};

// Calls must come in the order of the table's keys: write_statistics of each slot by number, write_values likewise,
// write_lengths, then write_postings of the terms in ascending order. Documents ascend, and are numbered from 1.
class PostingTableWriter {
 public:
  struct Value {
    std::uint32_t document;
    std::string_view bytes;
  };

  void write_statistics(std::uint32_t slot, std::span<const Value> values);
  void write_values(std::uint32_t slot, std::span<const Value> values);
  void write_lengths(std::span<const Posting> lengths);
  void write_postings(std::string_view term, std::span<const Posting> postings);

  TableRoot finish(const std::filesystem::path& path) { return table_.finish(path); }

 private:
  void write_chunks(std::uint32_t documents, std::uint64_t sum, std::span<const Posting> postings);

  TableWriter table_;
  std::string key_;  // these are kept for their memory
  std::string entry_;
  std::string chunk_;
};

}  // namespace warta::indexer::glass
