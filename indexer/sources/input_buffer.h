// The bytes of one file that have been read and not yet handed on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "indexer/sources/byte_source.h"
#include "indexer/sources/recoded_source.h"

namespace warta::indexer {

class InputBuffer {
 public:
  InputBuffer(std::string name, std::unique_ptr<ByteSource> source)
      : name_(std::move(name)), source_(std::move(source)) {}

  // The file as the person named it.
  const std::string& name() const { return name_; }

  // What waits; valid until the next call of another function.
  std::string_view waiting() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

  // Reads on: 256 KiB, or as much again as waits already, so that whoever looks through all that waits after each call
  // does no more than twice the work. Error (ExitCode::interrupted): a signal came, and calling again goes on.
  Result<void> read_more();

  // Reads on until so many bytes wait or nothing comes after them. Error: as read_more.
  Result<void> fill(std::size_t bytes);

  // What waits, and all that comes, goes through the recoder from now on. Nothing may have been taken or dropped.
  void recode(Recoder recoder);

  // Nothing comes after what waits.
  bool is_at_end() const { return is_at_end_; }

  // Why the file ended before its end; told once.
  std::optional<Error> take_late_error();
  bool has_late_error() const { return late_error_.has_value(); }

  // Goes on behind damage, for who can find the next record there. Nothing may wait. False where the file is at its
  // end.
  bool resume();

  // Hands on, or drops, the first bytes of what waits.
  std::string take(std::size_t size);
  void drop(std::size_t size);

  // Bytes of the file before what waits, decompressed, and the line on which that begins; and the bytes that were read
  // from the disk so far.
  std::uint64_t offset() const { return offset_; }
  std::uint64_t line() const { return line_; }
  std::uint64_t input_bytes() const { return source_->input_bytes(); }

 private:
  std::string name_;
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;  // larger than what waits, and never shrunk: to make it longer costs filling it
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
  std::optional<Error> late_error_;
  bool is_at_end_ = false;
};

}  // namespace warta::indexer
