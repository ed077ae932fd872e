#include "base/utf8.h"

#include <algorithm>

#include <utf8proc.h>

namespace warta {

CodePoint wide_code_point_at(std::string_view text, std::size_t offset) {
  CodePoint result;
  const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
  const utf8proc_ssize_t read =
      utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(text.size() - offset), &result.value);
  if (read <= 0) return {};
  result.bytes = static_cast<std::uint32_t>(read);
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    const bool is_broken = point.value == CodePoint::kInvalid;
    width += is_broken ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point.value)));
    offset += point.bytes;
  }
  return width;
}

}  // namespace warta
