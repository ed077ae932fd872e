#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <xapian.h>

#include "indexer/glass/version_file.h"

namespace warta::indexer::glass {
namespace {

// Four items of the greatest size fit in a block.
constexpr std::size_t kItemsInBlock = 4;
constexpr std::size_t kMostItemBytes =
    (BlockBuilder::kBytes - BlockBuilder::kHeaderBytes - kItemsInBlock * BlockBuilder::kDirectoryEntryBytes) /
    kItemsInBlock;

// A leaf's item: two bytes of its size less three, with the flags in the high bits; one byte of the key's length; the
// key; for all but the first part of a value, two bytes of the part's number; the part.
constexpr std::size_t kItemHeaderBytes = 3;
constexpr std::size_t kComponentBytes = 2;
constexpr std::uint16_t kIsDeflated = 0x8000;
constexpr std::uint16_t kIsLastPart = 0x4000;
constexpr std::uint16_t kIsFirstPart = 0x2000;

constexpr std::size_t kMostKeyBytes = 255;

// The number of a part has two bytes.
constexpr std::size_t kMostValueBytes = 0xFFFF * (kMostItemBytes - kItemHeaderBytes - kMostKeyBytes - kComponentBytes);

void put_number(std::uint16_t number, char* bytes) {
  bytes[0] = static_cast<char>(number >> 8);
  bytes[1] = static_cast<char>(number & 0xFF);
}

void append_two_bytes(std::uint16_t number, std::string& bytes) {
  bytes += static_cast<char>(number >> 8);
  bytes += static_cast<char>(number & 0xFF);
}

void append_four_bytes(std::uint32_t number, std::string& bytes) {
  append_two_bytes(static_cast<std::uint16_t>(number >> 16), bytes);
  append_two_bytes(static_cast<std::uint16_t>(number & 0xFFFF), bytes);
}

}  // namespace

void BlockBuilder::add(std::string_view item) {
  items_begin_ -= item.size();
  item.copy(bytes_.data() + items_begin_, item.size());
  put_number(static_cast<std::uint16_t>(items_begin_), bytes_.data() + directory_end_);
  directory_end_ += kDirectoryEntryBytes;
}

// The header: revision (4 bytes), level (1), the longest free stretch, all free bytes, and the directory's end (2
// each).
void BlockBuilder::move_to(std::string& file) {
  std::fill(bytes_.begin() + static_cast<std::ptrdiff_t>(directory_end_),
            bytes_.begin() + static_cast<std::ptrdiff_t>(items_begin_), '\0');
  const auto free_bytes = static_cast<std::uint16_t>(items_begin_ - directory_end_);
  put_number(0, bytes_.data());
  put_number(kRevision, bytes_.data() + 2);
  bytes_[4] = static_cast<char>(level_);
  put_number(free_bytes, bytes_.data() + 5);
  put_number(free_bytes, bytes_.data() + 7);
  put_number(static_cast<std::uint16_t>(directory_end_), bytes_.data() + 9);
  file += bytes_;
  directory_end_ = kHeaderBytes;
  items_begin_ = kBytes;
}

// Every tree begins with an entry without key and value.
TableWriter::TableWriter() : leaf_(0) {
  append_two_bytes(kIsFirstPart | kIsLastPart, item_);
  item_ += '\0';
  add_leaf_item({}, 1);
}

void TableWriter::add(std::string_view key, std::string_view value, bool is_deflated) {
  if (key.size() > kMostKeyBytes) throw Xapian::InvalidArgumentError("Key too long for a table of glass");
  if (value.size() > kMostValueBytes) throw Xapian::InvalidArgumentError("Value too long for a table of glass");
  ++entries_;
  std::uint16_t component = 1;
  do {
    const bool is_first = component == 1;
    const std::size_t header_bytes = kItemHeaderBytes + key.size() + (is_first ? 0 : kComponentBytes);
    const std::string_view part = value.substr(0, kMostItemBytes - header_bytes);
    value.remove_prefix(part.size());
    const std::size_t size = header_bytes + part.size() - kItemHeaderBytes;
    item_.clear();
    append_two_bytes(static_cast<std::uint16_t>(size | (is_deflated ? kIsDeflated : 0) |
                                                (value.empty() ? kIsLastPart : 0) | (is_first ? kIsFirstPart : 0)),
                     item_);
    item_ += static_cast<char>(key.size());
    item_ += key;
    if (!is_first) append_two_bytes(component, item_);
    item_ += part;
    add_leaf_item(key, component++);
  } while (!value.empty());
}

void TableWriter::add_leaf_item(std::string_view key, std::uint16_t component) {
  if (!leaf_.has_room_for(item_.size())) leaf_.move_to(file_);
  if (leaf_.is_empty()) leaves_.push_back({blocks(), std::string(key), component});
  leaf_.add(item_);
}

// A branch's item: four bytes of a block's number; one of the key's length; the first key in that block; two bytes of
// that entry's part. What is smaller than all keys is in the first block, which needs none.
std::vector<TableWriter::Child> TableWriter::write_branches(const std::vector<Child>& children, std::uint8_t level) {
  std::vector<Child> parents;
  BlockBuilder branch(level);
  for (const Child& child : children) {
    const auto form_item = [&](std::string_view key, std::uint16_t component) {
      item_.clear();
      append_four_bytes(child.block, item_);
      item_ += static_cast<char>(key.size());
      item_ += key;
      append_two_bytes(component, item_);
    };
    form_item(child.key, child.component);
    if (!branch.has_room_for(item_.size())) branch.move_to(file_);
    if (branch.is_empty()) {
      parents.push_back({blocks(), child.key, child.component});
      form_item({}, 0);
    }
    branch.add(item_);
  }
  branch.move_to(file_);
  return parents;
}

TableRoot TableWriter::finish(const std::filesystem::path& path) {
  leaf_.move_to(file_);
  std::vector<Child> level = std::move(leaves_);
  std::uint8_t levels = 0;
  while (level.size() > 1) level = write_branches(level, ++levels);
  write_file(path, file_);
  return {.block = level.front().block, .levels = levels, .entries = entries_, .blocks = blocks()};
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw Xapian::DatabaseError(path.string() + " cannot be written", errno);
}

}  // namespace warta::indexer::glass
