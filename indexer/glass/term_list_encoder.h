// Term lists: which terms a document has, for deleting it again and for finding similar ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/literal_deflater.h"

namespace warta::indexer::glass {

// The lists of all documents of a shard. They are deflated together, and so wait until all are there.
class TermListEncoder {
 public:
  // Begins the list of the next document, which has so many terms, whose counts have this sum.
  void begin(std::uint32_t document_length, std::size_t terms);

  // The terms in ascending order. They live until the next one comes.
  void add(std::string_view term, std::uint32_t count);

  struct Entry {
    std::string_view bytes;  // they live until the next call
    bool is_deflated;
  };
  // Calls take(Entry) with each list as the table holds it, in the order of the documents.
  template <typename Take>
  void for_each(Take take) const {
    const LiteralDeflater deflater(byte_counts());
    std::string deflated;
    for (std::size_t list = 0; list < begins_.size(); ++list) take(entry(list_of(list), deflater, deflated));
  }

 private:
  ByteCounts byte_counts() const;
  std::string_view list_of(std::size_t document) const;
  static Entry entry(std::string_view list, const LiteralDeflater& deflater, std::string& deflated);

  std::string lists_;
  std::vector<std::size_t> begins_;
  std::string_view before_;
  bool is_first_ = true;
};

}  // namespace warta::indexer::glass
