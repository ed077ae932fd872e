// Memory for many short texts that all die together: pointers into it stay valid until clear().
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace warta::analysis {

class TextBuffer {
 public:
  // Copies text and returns the copy, which lives until clear().
  std::string_view store(std::string_view text) {
    if (text.empty()) return {};
    char* const copy = allocate(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  // Uninitialised room for size bytes, which lives until clear().
  char* allocate(size_t size) {
    char* const room = reserve(size);
    used_ += size;
    return room;
  }

  // Forgets every text, and keeps the first block for the next ones.
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    used_ = 0;
  }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };
  static constexpr size_t kBlockBytes = size_t{64} << 10;

  // Room for size bytes at the end of the last block, which is a new one where they do not fit.
  char* reserve(size_t size) {
    if (blocks_.empty() || blocks_.back().size - used_ < size) {
      const size_t block_size = size > kBlockBytes ? size : kBlockBytes;
      blocks_.push_back({std::make_unique_for_overwrite<char[]>(block_size), block_size});
      used_ = 0;
    }
    return blocks_.back().bytes.get() + used_;
  }

  std::vector<Block> blocks_;
  size_t used_ = 0;  // bytes of the last block
};

}  // namespace warta::analysis
