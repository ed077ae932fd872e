#include "base/escape.h"

#include "base/utf8.h"

namespace warta {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The code point at offset. A broken sequence counts as one: it goes on with up to two continuation bytes.
CodePoint read_code_point(std::string_view text, size_t offset) {
  CodePoint point = code_point_at(text, offset);
  if (point.value != CodePoint::kInvalid) return point;
  while (offset + point.bytes < text.size() && is_utf8_continuation(text[offset + point.bytes]) && point.bytes < 3) {
    ++point.bytes;
  }
  return point;
}

bool is_control(std::int32_t c) {
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
    if (point.value == CodePoint::kInvalid) {
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
  return rewrite(text, [](std::string& out, std::int32_t c, std::string_view bytes) {
    if (is_control(c)) {
      out += ' ';
    } else {
      out += bytes;
    }
  });
}

std::string html_safe(std::string_view text) {
  return rewrite(text, [](std::string& out, std::int32_t c, std::string_view bytes) {
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
  return rewrite(text, [](std::string& out, std::int32_t, std::string_view bytes) { out += bytes; });
}

bool is_valid_utf8(std::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (point.value == CodePoint::kInvalid) return false;
    offset += point.bytes;
  }
  return true;
}

}  // namespace warta
