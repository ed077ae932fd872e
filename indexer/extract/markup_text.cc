#include "indexer/extract/markup_text.h"

#include "indexer/extract/html_document.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kLongestReference = 10;  // "&thetasym;"

}  // namespace

bool has_tag(std::string_view text) {
  const std::size_t last_close = text.rfind('>');
  if (last_close == std::string_view::npos) return false;
  for (std::size_t at = text.find('<'); at < last_close; at = text.find('<', at + 1)) {
    if (is_ascii_letter(text[at + 1]) || text[at + 1] == '/') return true;
  }
  return false;
}

bool has_character_reference(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= kLongestReference &&
           (is_ascii_letter(text[end]) || is_ascii_digit(text[end]) || text[end] == '#')) {
      ++end;
    }
    if (end > at + 2 && end < text.size() && text[end] == ';') return true;
  }
  return false;
}

std::string resolved_text(std::string_view text) {
  if (!has_character_reference(text) && !has_tag(text)) return folded_space(text);
  if (is_nested_too_deeply(text)) return {};
  return text_of(HtmlDocument(std::string(text)).root());
}

}  // namespace warta::indexer
