#include "base/escape.h"

#include <utf8proc.h>

namespace warta {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Reads one code point at offset; a broken sequence yields -1 and the length of its maximal subpart, at least 1.
struct CodePoint {
  utf8proc_int32_t value = -1;
  size_t bytes = 1;
};

CodePoint read_code_point(std::string_view text, size_t offset) {
  CodePoint result;
  const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
  const auto remaining = static_cast<utf8proc_ssize_t>(text.size() - offset);
  const utf8proc_ssize_t read = utf8proc_iterate(data, remaining, &result.value);
  if (read > 0) {
    result.bytes = static_cast<size_t>(read);
    return result;
  }
  result.value = -1;
  while (offset + result.bytes < text.size() && (data[result.bytes] & 0xC0) == 0x80 && result.bytes < 3) ++result.bytes;
  return result;
}

bool is_control(utf8proc_int32_t c) {
  const bool is_c0_or_c1 = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool is_bidi =
      c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_c0_or_c1 || is_bidi || c == 0x2028 || c == 0x2029;
}

template <typename Append>
std::string rewrite(std::string_view text, Append append) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const CodePoint point = read_code_point(text, offset);
    if (point.value < 0) {
      out += kReplacement;
    } else {
      append(out, point.value, text.substr(offset, point.bytes));
    }
    offset += point.bytes;
  }
  return out;
}

}  // namespace

std::string terminal_safe(std::string_view text) {
  return rewrite(text, [](std::string& out, utf8proc_int32_t c, std::string_view bytes) {
    if (is_control(c)) {
      out += ' ';
    } else {
      out += bytes;
    }
  });
}

std::string html_safe(std::string_view text) {
  return rewrite(text, [](std::string& out, utf8proc_int32_t c, std::string_view bytes) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += bytes;
    }
  });
}

std::string valid_utf8(std::string_view text) {
  return rewrite(text, [](std::string& out, utf8proc_int32_t, std::string_view bytes) { out += bytes; });
}

bool is_valid_utf8(std::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const CodePoint point = read_code_point(text, offset);
    if (point.value < 0) return false;
    offset += point.bytes;
  }
  return true;
}

}  // namespace warta
