// Bytes of one input, decompressed: the first step of a source on its way to articles.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace warta::indexer {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills the front of buffer and returns how many bytes, 0 at the end. Compressed data that is broken or ends too
  // early is an error after all that was sound has been returned. ExitCode::interrupted: a signal came; calling again
  // goes on.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;

  // Bytes consumed so far before decompression.
  virtual std::uint64_t input_bytes() const = 0;

  // After an error: the file may hold more that is sound, which further calls of read look for.
  virtual bool can_resume() const { return false; }
};

// Opens a file, or standard input for "-". gzip (also of several members) and Zstandard are told by their first bytes.
// Errors are ExitCode::io_error and name the file.
Result<std::unique_ptr<ByteSource>> open_byte_source(const std::string& name);

}  // namespace warta::indexer
