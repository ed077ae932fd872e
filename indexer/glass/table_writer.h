// One table of a glass database, written once: a B-tree of the entries, which come in the order of their keys.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace warta::indexer::glass {

// Where the tree of a table begins, for the version file.
struct TableRoot {
  std::uint32_t block = 0;
  std::uint32_t levels = 0;  // above the leaves
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  // of the file; 0 where there is no table
};

// A block as it fills: a directory of two bytes an item grows from the front, the items from the back.
class BlockBuilder {
 public:
  static constexpr std::size_t kBytes = 8192;
  static constexpr std::size_t kHeaderBytes = 11;
  static constexpr std::size_t kDirectoryEntryBytes = 2;

  explicit BlockBuilder(std::uint8_t level) : bytes_(kBytes, '\0'), level_(level) {}

  bool is_empty() const { return directory_end_ == kHeaderBytes; }
  bool has_room_for(std::size_t item_bytes) const {
    return directory_end_ + kDirectoryEntryBytes + item_bytes <= items_begin_;
  }
  void add(std::string_view item);

  // Appends the whole block to a file, and is empty again.
  void move_to(std::string& file);

 private:
  std::string bytes_;
  std::uint8_t level_;
  std::size_t directory_end_ = kHeaderBytes;
  std::size_t items_begin_ = kBytes;
};

// Keeps the file in memory until finish(): shards are small.
class TableWriter {
 public:
  TableWriter();

  // Keys ascend, and are not empty. Throws Xapian::InvalidArgumentError where a key or a value is longer than
  // glass allows (255 bytes, and some hundred million).
  // is_deflated says that the value was compressed, as Xapian does it: raw deflate.
  void add(std::string_view key, std::string_view value, bool is_deflated = false);

  // Writes the file. Throws Xapian::DatabaseError where that fails.
  TableRoot finish(const std::filesystem::path& path);

 private:
  // A block, and the first key in it, by which the level above finds it.
  struct Child {
    std::uint32_t block;
    std::string key;
    std::uint16_t component;
  };

  void add_leaf_item(std::string_view key, std::uint16_t component);
  std::vector<Child> write_branches(const std::vector<Child>& children, std::uint8_t level);
  std::uint32_t blocks() const { return static_cast<std::uint32_t>(file_.size() / BlockBuilder::kBytes); }

  std::string file_;
  BlockBuilder leaf_;
  std::vector<Child> leaves_;
  std::string item_;  // kept for its memory
  std::uint64_t entries_ = 0;
};

// Writes a file of a database. Throws Xapian::DatabaseError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace warta::indexer::glass
