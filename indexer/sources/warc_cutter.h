// WARC archives (ISO 28500, versions 1.0 and 1.1) to pages.
#pragma once

#include <memory>

#include "indexer/sources/chunk_cutter.h"

namespace warta::indexer {

// Gives the HTML pages of an archive, each as a chunk of kind html with its URL and charset: response records with
// status 200 and resource records, without chunks and compression of the transfer. Everything else is passed over
// without being held, so that memory is bounded by max_bytes, which a page may have both packed and unpacked.
// An error names file, record (from 1), its first byte in the decompressed file, and URL. After a wrong
// Content-Length, a record that is cut off, or bytes between records, reading goes on at the next record.
std::unique_ptr<ChunkCutter> cut_warc(InputBuffer& input, std::uint64_t max_bytes);

}  // namespace warta::indexer
