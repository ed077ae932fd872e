// One record of a WARC archive, by its head, and the page that it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warta::indexer {

struct WarcRecord {
  std::uint64_t number = 0;  // in the file, from 1
  std::uint64_t offset = 0;  // of its first byte in the decompressed file
  std::string type;          // in lower case
  std::string url;
  std::string content_type;
  std::uint64_t block_bytes = 0;  // as it declares them
};

// Where in a record's block the page is, and how it is packed.
struct WarcPage {
  std::size_t begin = 0;
  std::string charset;
  std::string content_encoding;
  bool is_chunked = false;
};

// Where a record begins in bytes at or after `from`: its version, and a field on the next line. It need not begin a
// line, since what stands before may be cut off. npos where none does.
std::size_t find_warc_record(std::string_view bytes, std::size_t from);

// Fills record with what a head says. False where the head does not say how long the block is.
bool read_warc_head(std::string_view head, WarcRecord& record);

// The HTML page of a block by its first bytes; nothing where it holds none.
std::optional<WarcPage> find_warc_page(const WarcRecord& record, std::string_view first_bytes);

}  // namespace warta::indexer
