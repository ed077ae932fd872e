// How deep a place in JSON lies: the one walk over bytes that need not be parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace warta::indexer {

class JsonNesting {
 public:
  // How c, which follows the bytes before, changes the depth: 1 opens an object or array, -1 closes one. Brackets in
  // strings count for nothing.
  int pass(char c) {
    if (is_in_string_) {
      if (!is_escaped_ && c == '"') is_in_string_ = false;
      is_escaped_ = !is_escaped_ && c == '\\';
      return 0;
    }
    is_in_string_ = c == '"';
    if (c == '{' || c == '[') return 1;
    return c == '}' || c == ']' ? -1 : 0;
  }

  bool is_in_string() const { return is_in_string_; }

 private:
  bool is_in_string_ = false;
  bool is_escaped_ = false;
};

// The offset behind what closes the last of `depth` open objects and arrays, or npos where it lies beyond bytes.
// depth is left as it is there, so that the next bytes can be given to a call with the same nesting.
inline std::size_t find_close(std::string_view bytes, JsonNesting& nesting, std::size_t& depth) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int change = nesting.pass(bytes[i]);
    if (change > 0) ++depth;
    if (change < 0 && depth > 0 && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

// The offset behind the object or array at the front of bytes, or npos where that has no end there.
inline std::size_t end_of_json_value(std::string_view bytes) {
  JsonNesting nesting;
  std::size_t depth = 0;
  return find_close(bytes, nesting, depth);
}

}  // namespace warta::indexer
