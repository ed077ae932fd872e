#include "indexer/sources/warc_record.h"

#include <cstring>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "indexer/sources/header_block.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kMark = "WARC/1.";
constexpr std::size_t kNone = std::string_view::npos;

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_html(std::string_view content_type) {
  const std::string type = lower_ascii(media_type(content_type));
  return type == "text/html" || type == "application/xhtml+xml";
}

}  // namespace

std::size_t find_warc_record(std::string_view bytes, std::size_t from) {
  while (from < bytes.size()) {
    const void* found = ::memmem(bytes.data() + from, bytes.size() - from, kMark.data(), kMark.size());
    if (found == nullptr) return kNone;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    const std::size_t line_end = bytes.find('\n', at);
    const std::string_view next = line_end == kNone ? std::string_view() : bytes.substr(line_end + 1);
    if (next.starts_with("WARC-") || next.starts_with("Content-")) return at;
    from = at + kMark.size();
  }
  return kNone;
}

bool read_warc_head(std::string_view head, WarcRecord& record) {
  record.type = lower_ascii(field_value(head, "WARC-Type"));
  record.url = field_value(head, "WARC-Target-URI");
  if (record.url.starts_with('<') && record.url.ends_with('>')) {  // as version 1.0's grammar has it
    record.url = record.url.substr(1, record.url.size() - 2);
  }
  record.content_type = field_value(head, "Content-Type");
  const std::optional<std::uint64_t> length = parse_number(field_value(head, "Content-Length"));
  record.block_bytes = length.value_or(0);
  return length.has_value();
}

std::optional<WarcPage> find_warc_page(const WarcRecord& record, std::string_view first_bytes) {
  if (record.type == "resource") {
    if (!is_html(record.content_type)) return std::nullopt;
    return WarcPage{0, std::string(charset_parameter(record.content_type)), {}, false};
  }
  const std::optional<std::size_t> size = head_size(first_bytes);
  if (record.type != "response" || !size || !first_bytes.starts_with("HTTP/")) return std::nullopt;
  const std::string_view head = first_bytes.substr(0, *size);
  const std::size_t space = std::min(head.find(' '), head.size());
  const std::string_view content_type = field_value(head, "Content-Type");
  if (trimmed(head.substr(space, 4)) != "200" || !is_html(content_type)) return std::nullopt;
  return WarcPage{*size, std::string(charset_parameter(content_type)),
                  std::string(field_value(head, "Content-Encoding")),
                  lower_ascii(field_value(head, "Transfer-Encoding")).find("chunked") != std::string::npos};
}

}  // namespace warta::indexer
