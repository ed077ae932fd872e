// Parts of a line of a list, a header or an option: views into the text that they are taken from.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace warta {

// Without ASCII white space at both ends.
constexpr std::string_view trimmed_ascii(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

// What stands before the next separator, or all of it; taken off the front of rest, with the separator.
constexpr std::string_view next_part(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

}  // namespace warta
