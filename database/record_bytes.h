// The bytes of a stored article before compression: strings with their lengths, numbers as variable-length integers
// (seven bits a byte, least first, as in protocol buffers).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/civil_time.h"

namespace warta {

class RecordWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);
  void texts(const std::vector<std::string>& values);
  void pairs(const std::vector<std::pair<std::string, std::string>>& values);
  void timestamp(const std::optional<Timestamp>& value);

  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads what RecordWriter wrote. On broken bytes every further read yields an empty value, and is_complete() false.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : rest_(bytes) {}  // bytes must outlive the reader

  std::uint64_t number();
  std::string_view view();  // of the bytes that are read
  std::string text() { return std::string(view()); }
  std::vector<std::string> texts();
  std::vector<std::pair<std::string, std::string>> pairs();
  std::optional<Timestamp> timestamp();

  // True when everything was read, and nothing was broken.
  bool is_complete() const { return !is_broken_ && rest_.empty(); }

 private:
  void fail();

  std::string_view rest_;
  bool is_broken_ = false;
};

}  // namespace warta
