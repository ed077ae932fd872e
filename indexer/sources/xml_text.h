// XML as it comes from the web, made readable: one charset, no document type, and the slips that every feed reader
// forgives.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace warta::indexer {

// Where XML stops being readable, and why, in words for the person.
struct XmlDefect {
  std::size_t line = 1;
  std::string reason;
};

struct XmlText {
  std::string text;           // UTF-8 with the lines of the input; ends before the defect where there is one
  bool was_repaired = false;  // a bare '&' was escaped, or a character that XML does not allow became a space
  std::optional<XmlDefect> defect;
};

// Decodes bytes (to_utf8), removes the document type, and writes HTML's named entities, which XML does not know, as
// characters. Entities that the document declares itself are never expanded, so nothing can grow ("billion laughs")
// and nothing outside is read: the first use of one is the defect.
XmlText readable_xml(std::string_view bytes);

}  // namespace warta::indexer
