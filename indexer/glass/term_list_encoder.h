// Term lists: which terms a document has, for deleting it again and for finding similar ones.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace warta::indexer::glass {

class TermListEncoder {
 public:
  TermListEncoder();

  // Begins the list of a document with so many terms, whose counts have this sum.
  void begin(std::uint32_t document_length, std::size_t terms);

  // The terms in ascending order. They live until the next one comes.
  void add(std::string_view term, std::uint32_t count);

  struct Entry {
    std::string_view bytes;  // live until begin()
    bool is_deflated;
  };
  // The list as the table holds it.
  Entry finish();

 private:
  struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::string list_;
  std::string deflated_;
  std::string_view before_;
  bool is_first_ = true;
  std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
};

}  // namespace warta::indexer::glass
