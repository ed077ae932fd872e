// A file as it lies on the disk, read with plain system calls.
#pragma once

#include <string>

#include "indexer/sources/byte_source.h"

namespace warta::indexer {

class FileSource final : public ByteSource {
 public:
  // "-" is standard input.
  static Result<std::unique_ptr<FileSource>> open(const std::string& name);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override;
  std::uint64_t input_bytes() const override { return bytes_read_; }
  const std::string& name() const { return name_; }

 private:
  FileSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  int descriptor_;
  std::string name_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace warta::indexer
