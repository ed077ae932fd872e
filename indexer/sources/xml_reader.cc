#include "indexer/sources/xml_reader.h"

#include <algorithm>
#include <memory>
#include <new>
#include <span>

#include <libxml/parser.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/language.h"
#include "indexer/extract/absolute_url.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

struct Namespace {
  std::string_view uri_begin;
  std::string_view prefix;
};

constexpr Namespace kNamespaces[] = {
    {"http://purl.org/rss/1.0/modules/content", "content"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/atom/", "atom"},
    {"http://purl.org/dc/elements/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://rssnamespace.org/feedburner/", "feedburner"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://www.sitemaps.org/schemas/sitemap/", ""},
    {"https://www.sitemaps.org/schemas/sitemap/", ""},
    {"http://www.google.com/schemas/sitemap/0.", ""},
    {"http://www.google.com/schemas/sitemap-news/", "news"},
    {"https://www.google.com/schemas/sitemap-news/", "news"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
};

constexpr std::string_view kWordPressExport = "http://wordpress.org/export/";

std::string_view as_view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view usual_prefix(std::string_view uri, std::string_view prefix) {
  if (uri.starts_with(kWordPressExport)) return uri.find("/excerpt") != std::string_view::npos ? "excerpt" : "wp";
  const auto* known = std::find_if(std::begin(kNamespaces), std::end(kNamespaces),
                                   [&](const Namespace& row) { return uri.starts_with(row.uri_begin); });
  return known != std::end(kNamespaces) ? known->prefix : prefix;
}

std::string qualified_name(std::string_view uri, std::string_view prefix, std::string_view local_name) {
  const std::string_view usual = usual_prefix(uri, prefix);
  return usual.empty() ? std::string(local_name) : std::string(usual) + ":" + std::string(local_name);
}

// libxml2 names lines inside of its messages ("in tag item line 7"), which are not those of the file where only a part
// of it is read.
std::string without_line_numbers(std::string message) {
  constexpr std::string_view kLine = " line ";
  for (std::size_t at = message.find(kLine); at != std::string::npos; at = message.find(kLine, at + 1)) {
    const std::size_t begin = at + kLine.size();
    std::size_t end = begin;
    while (end < message.size() && is_ascii_digit(message[end])) ++end;
    if (end > begin) message.erase(at, end - at);
  }
  return message;
}

// Markup of XHTML elements, without their prefix: it is read as HTML next.
void append_markup(const XmlElement& element, std::string& out) {
  if (element.name.empty()) {
    out += html_safe(element.text);
    return;
  }
  const std::string_view name = std::string_view(element.name).substr(element.name.find(':') + 1);
  out.append("<").append(name);
  for (const auto& [attribute_name, value] : element.attributes) {
    out.append(" ").append(attribute_name).append("=\"").append(html_safe(value)).append("\"");
  }
  out += '>';
  for (const XmlElement& child : element.children) append_markup(child, out);
  if (!element.children.empty()) out.append("</").append(name).append(">");
}

// The events of one document, put together to elements.
class Collector {
 public:
  Collector(const XmlText& text, std::string base_url, const XmlHandler& handler)
      : text_(text), base_url_(std::move(base_url)), handler_(handler), defect_(text.defect) {}

  std::optional<XmlDefect> read() {
    const std::string_view text = text_.text;
    if (!defect_ && text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      return XmlDefect{1, localized("the document is empty", "dokumen kosong")};
    }
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(), &xmlFreeParserCtxt);
    if (context == nullptr) throw std::bad_alloc();
    context_ = context.get();
    *context_->sax = handlers();
    context_->userData = this;
    // libxml2 counts in int; no caller comes near it.
    const auto size = static_cast<int>(std::min<std::size_t>(text.size(), std::size_t{1} << 30));
    xmlCtxtReadMemory(context_, text.data(), size, nullptr, "UTF-8", XML_PARSE_NONET);
    if (!defect_ && context_->wellFormed == 0) {
      defect_ = XmlDefect{1, localized("the XML cannot be read", "XML tidak terbaca")};
    }
    return defect_;
  }

 private:
  static Collector& self(void* data) { return *static_cast<Collector*>(data); }

  static xmlSAXHandler handlers() {
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                            const xmlChar**, int count, int, const xmlChar** attributes) {
      self(data).begin(qualified_name(as_view(uri), as_view(prefix), as_view(name)),
                       std::span(attributes, static_cast<std::size_t>(count) * kAttributeParts));
    };
    sax.endElementNs = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*) { self(data).end(); };
    sax.characters = [](void* data, const xmlChar* text, int size) {
      self(data).add_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    sax.cdataBlock = sax.characters;
    sax.serror = [](void* data, xmlError* error) { self(data).note(*error); };
    return sax;
  }

  // An attribute comes as local name, prefix, URI, first and last byte of its value.
  static constexpr std::size_t kAttributeParts = 5;

  void begin(std::string name, std::span<const xmlChar*> attributes) {
    XmlElement element;
    element.name = std::move(name);
    element.line = static_cast<std::size_t>(std::max(context_->input->line, 1));
    const XmlElement* parent = open_.empty() ? nullptr : &open_.back();
    element.base = parent == nullptr ? base_url_ : parent->base;
    if (parent != nullptr) element.language = parent->language;
    for (; attributes.size() >= kAttributeParts; attributes = attributes.subspan(kAttributeParts)) {
      const auto* value = reinterpret_cast<const char*>(attributes[3]);
      std::string text(value, reinterpret_cast<const char*>(attributes[4]));
      const bool is_of_xml = as_view(attributes[1]) == "xml";
      if (is_of_xml && as_view(attributes[0]) == "base") element.base = absolute_link(element.base, text);
      if (is_of_xml && as_view(attributes[0]) == "lang") element.language = text;
      element.attributes.emplace_back(as_view(attributes[0]), std::move(text));
    }
    if (wanted_depth_ == 0 && handler_.begins(element, open_.size())) wanted_depth_ = open_.size() + 1;
    open_.push_back(std::move(element));
  }

  void end() {
    XmlElement element = std::move(open_.back());
    open_.pop_back();
    if (wanted_depth_ == 0) return;
    if (open_.size() >= wanted_depth_) return open_.back().children.push_back(std::move(element));
    wanted_depth_ = 0;
    handler_.whole(std::move(element));
  }

  void add_text(std::string_view text) {
    if (wanted_depth_ == 0) return;
    std::vector<XmlElement>& children = open_.back().children;
    if (children.empty() || !children.back().name.empty()) children.emplace_back();
    children.back().text += text;
  }

  void note(const xmlError& error) {
    if (error.level != XML_ERR_FATAL || is_noted_) return;
    is_noted_ = true;
    if (text_.defect) return;  // it ends the text, and what follows from that says less
    defect_ = XmlDefect{static_cast<std::size_t>(std::max(error.line, 1)),
                        without_line_numbers(folded_space(error.message == nullptr ? "" : error.message))};
  }

  const XmlText& text_;
  std::string base_url_;
  const XmlHandler& handler_;
  std::optional<XmlDefect> defect_;
  xmlParserCtxt* context_ = nullptr;
  std::vector<XmlElement> open_;  // elements that have begun, the innermost last
  std::size_t wanted_depth_ = 0;  // open elements up to the wanted one; 0 outside of any
  bool is_noted_ = false;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
  for (const auto& [known_name, value] : attributes) {
    if (known_name == attribute_name) return value;
  }
  return {};
}

const XmlElement* XmlElement::child(std::string_view child_name) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const XmlElement& element) { return element.name == child_name; });
  return found == children.end() ? nullptr : &*found;
}

std::string XmlElement::content() const {
  std::string out;
  const bool holds_elements =
      std::any_of(children.begin(), children.end(), [](const XmlElement& element) { return !element.name.empty(); });
  for (const XmlElement& element : children) {
    if (holds_elements) {
      append_markup(element, out);
    } else {
      out += element.text;
    }
  }
  return out;
}

std::optional<XmlDefect> read_xml(const XmlText& text, const std::string& base_url, const XmlHandler& handler) {
  return Collector(text, base_url, handler).read();
}

std::string absolute_link(const std::string& base, std::string_view link) {
  std::string plain(trimmed(link));
  if (base.empty() || plain.empty() || plain.find("://") < plain.find_first_of("/?#")) return plain;
  std::string complete = absolute_url(base, plain);
  return complete.empty() ? plain : complete;
}

}  // namespace warta::indexer
