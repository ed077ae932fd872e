#include "indexer/sources/kind_detection.h"

#include <string>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

struct Extension {
  std::string_view ending;
  SourceKind kind;
};

constexpr Extension kExtensions[] = {
    {".jsonl", SourceKind::jsonl}, {".ndjson", SourceKind::jsonl}, {".json", SourceKind::jsonl},
    {".html", SourceKind::html},   {".htm", SourceKind::html},     {".xhtml", SourceKind::html},
    {".txt", SourceKind::text},    {".text", SourceKind::text},
};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

SourceKind kind_of_name(std::string_view name) {
  std::string lower = lower_ascii(name);
  for (const std::string_view compressed : {".gz", ".zst"}) {
    if (lower.ends_with(compressed)) lower.resize(lower.size() - compressed.size());
  }
  for (const Extension& extension : kExtensions) {
    if (lower.ends_with(extension.ending)) return extension.kind;
  }
  return SourceKind::text;
}

}  // namespace

SourceKind detect_kind(std::string_view name, std::string_view first_bytes) {
  if (first_bytes.starts_with(kUtf8Mark)) first_bytes.remove_prefix(kUtf8Mark.size());
  const std::size_t begin = first_bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return kind_of_name(name);
  first_bytes.remove_prefix(begin);
  const std::size_t second = first_bytes.find_first_not_of(" \t\r\n", 1);
  const char next = second == std::string_view::npos ? '\0' : first_bytes[second];
  if (first_bytes.front() == '{' && (next == '"' || next == '}')) return SourceKind::jsonl;
  const bool is_tag = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '!' || next == '?';
  if (first_bytes.front() == '<' && second == 1 && is_tag) return SourceKind::html;
  return kind_of_name(name);
}

bool is_binary(std::string_view first_bytes) {
  return !has_utf16_mark(first_bytes) && first_bytes.find('\0') != std::string_view::npos;
}

}  // namespace warta::indexer
