// XML element by element: libxml2's SAX parser, which here prints nothing, loads nothing, and says where it stopped.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/sources/xml_text.h"

namespace warta::indexer {

// An element, or a piece of text between elements (name is empty then).
struct XmlElement {
  // With the usual prefix of its namespace, whatever prefix the document has: "dc:creator", "atom:entry". RSS and
  // sitemaps have none.
  std::string name;
  std::string text;                                             // of a piece of text
  std::vector<std::pair<std::string, std::string>> attributes;  // local names
  std::vector<XmlElement> children;
  std::string base;      // what relative links are completed with (xml:base); may be empty
  std::string language;  // xml:lang
  std::size_t line = 1;  // on which the element begins

  // The value of an attribute, or "".
  std::string_view attribute(std::string_view attribute_name) const;

  // The first child of this name, or nullptr.
  const XmlElement* child(std::string_view child_name) const;

  // All text inside; where elements stand inside (Atom's XHTML), their markup.
  std::string content() const;
};

struct XmlHandler {
  // An element begins that is not inside of a wanted one: whether it is wanted whole. It has its attributes already.
  std::function<bool(const XmlElement&, std::size_t depth)> begins;
  // A wanted element has been read to its end.
  std::function<void(XmlElement&&)> whole;
};

// Reads text and calls handler in the order of the document. base_url is where the document came from; it may be empty.
// Only wanted elements are held in memory, one at a time. Returns why reading stopped before the end, if it did: text's
// own defect, or what libxml2 found first. Elements that end before the defect have been given then.
std::optional<XmlDefect> read_xml(const XmlText& text, const std::string& base_url, const XmlHandler& handler);

// link as an absolute URL. link itself where it is one already or base is none.
std::string absolute_link(const std::string& base, std::string_view link);

}  // namespace warta::indexer
