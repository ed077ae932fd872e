#include "indexer/sources/header_block.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text_parts.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

bool equal_names(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

}  // namespace

std::optional<std::size_t> head_size(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1).starts_with("\r\n")) return at + 3;
    if (bytes.substr(at + 1).starts_with("\n")) return at + 2;
  }
  return std::nullopt;
}

std::string_view field_value(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const std::string_view line = next_part(head, '\n');
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && equal_names(line.substr(0, colon), name)) {
      return trimmed(line.substr(colon + 1));
    }
  }
  return {};
}

std::string_view media_type(std::string_view content_type) {
  return trimmed(content_type.substr(0, content_type.find(';')));
}

std::string_view charset_parameter(std::string_view content_type) {
  constexpr std::string_view kKey = "charset=";
  const std::size_t at = lower_ascii(content_type).find(kKey);
  if (at == std::string::npos) return {};
  std::string_view value = content_type.substr(at + kKey.size());
  value = value.substr(0, value.find_first_of(";, "));
  while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
  while (value.ends_with('"') || value.ends_with('\'')) value.remove_suffix(1);
  return value;
}

}  // namespace warta::indexer
