#include "indexer/sources/xml_text.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include "base/ascii.h"
#include "base/language.h"
#include "indexer/extract/charset.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kCdataBegin = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
constexpr std::string_view kCommentBegin = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kDoctypeBegin = "<!DOCTYPE";
constexpr std::string_view kEntityDeclaration = "<!ENTITY";

constexpr std::string_view kXmlEntities[] = {"amp", "lt", "gt", "quot", "apos"};

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.';
}

// "&amp;", "&#8217;" or "&nbsp;" at the beginning of text without its '&' and ';', or "".
std::string_view reference_name(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && text[end] == '#') ++end;
  const std::size_t begin = end;
  while (end < text.size() && is_name_character(text[end])) ++end;
  if (end == begin || end >= text.size() || text[end] != ';') return {};
  return text.substr(1, end - 1);
}

// True for a control character that XML 1.0 does not allow.
bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

class XmlMender {
 public:
  explicit XmlMender(std::string utf8) : utf8_(std::move(utf8)), rest_(utf8_) {}

  XmlText mend() {
    out_.text.reserve(utf8_.size());
    drop_declaration();
    while (!rest_.empty() && !out_.defect) step();
    return std::move(out_);
  }

 private:
  // "<?xml ...?>" names a charset that no longer holds, and many feeds have blank lines before it, which XML forbids.
  void drop_declaration() {
    constexpr std::string_view kBegin = "<?xml";
    constexpr std::string_view kEnd = "?>";
    const std::size_t begin = std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size());
    const bool is_declared = rest_.substr(begin).starts_with(kBegin) && begin + kBegin.size() < rest_.size() &&
                             is_ascii_space(rest_[begin + kBegin.size()]);
    const std::size_t end = is_declared ? rest_.find(kEnd, begin) : std::string_view::npos;
    if (end != std::string_view::npos) drop(end + kEnd.size());
  }

  // Leaves out bytes of the input, but not their line ends: defects are told by line.
  void drop(std::size_t size) {
    const std::string_view dropped = rest_.substr(0, size);
    out_.text.append(static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n')), '\n');
    rest_.remove_prefix(dropped.size());
  }

  void step() {
    const std::size_t plain = std::min(find_special(), rest_.size());
    out_.text += rest_.substr(0, plain);
    rest_.remove_prefix(plain);
    if (rest_.empty()) return;
    if (rest_.front() == '&') return take_reference();
    if (rest_.front() != '<') return take_forbidden();
    if (rest_.starts_with(kCdataBegin)) return copy_to(kCdataEnd);
    if (rest_.starts_with(kCommentBegin)) return copy_to(kCommentEnd);
    if (lower_ascii(rest_.substr(0, kDoctypeBegin.size())) == lower_ascii(kDoctypeBegin)) return drop_doctype();
    copy(1);
  }

  // The next byte that may need care: a tag, a reference, or a control character that XML 1.0 does not allow.
  std::size_t find_special() const {
    const auto* found =
        std::find_if(rest_.begin(), rest_.end(), [](char c) { return c == '<' || c == '&' || is_forbidden(c); });
    return static_cast<std::size_t>(found - rest_.begin());
  }

  void copy(std::size_t size) {
    out_.text += rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  void take_forbidden() {
    out_.text += ' ';
    out_.was_repaired = true;
    rest_.remove_prefix(1);
  }

  // Sections that hold no references, with control characters made spaces.
  void copy_to(std::string_view end_mark) {
    const std::size_t at = rest_.find(end_mark);
    const std::size_t size = at == std::string_view::npos ? rest_.size() : at + end_mark.size();
    const std::size_t begin = out_.text.size();
    copy(size);
    for (std::size_t i = begin; i < out_.text.size(); ++i) {
      char& c = out_.text[i];
      if (!is_forbidden(c)) continue;
      c = ' ';
      out_.was_repaired = true;
    }
  }

  void take_reference() {
    const std::string name(reference_name(rest_));
    const bool is_known = std::find(std::begin(kXmlEntities), std::end(kXmlEntities), name) != std::end(kXmlEntities);
    if (is_known || name.starts_with('#')) return copy(name.size() + 2);
    const htmlEntityDesc* entity =
        name.empty() ? nullptr : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity != nullptr) {
      out_.text += fmt::format("&#{};", entity->value);
      return rest_.remove_prefix(name.size() + 2);
    }
    if (!name.empty() && entities_.contains(name)) return refuse_entity(name);
    out_.text += "&amp;";
    out_.was_repaired = true;
    rest_.remove_prefix(1);
  }

  void gather_entities(std::string_view doctype) {
    constexpr std::string_view kSpace = " \t\r\n";
    for (std::size_t at = doctype.find(kEntityDeclaration); at != std::string_view::npos;
         at = doctype.find(kEntityDeclaration, at + 1)) {
      const std::size_t name = doctype.find_first_not_of(kSpace, at + kEntityDeclaration.size());
      const std::size_t end = doctype.find_first_of(kSpace, name);
      if (end != std::string_view::npos) entities_.insert(doctype.substr(name, end - name));
    }
  }

  void refuse_entity(std::string_view name) {
    const auto lines = std::count(out_.text.begin(), out_.text.end(), '\n');
    out_.defect = {static_cast<std::size_t>(lines) + 1,
                   localized_format("the document declares the entity \"{}\" itself; such entities are not expanded, "
                                    "since they can grow without bound",
                                    "dokumen mendefinisikan sendiri entitas \"{}\"; entitas semacam itu tidak "
                                    "dijabarkan, karena dapat membengkak tanpa batas",
                                    name.substr(0, 40))};
  }

  // Everything to the '>' outside of quotes and of the brackets of the internal subset. Its line ends stay.
  void drop_doctype() {
    char quote = '\0';
    bool is_in_subset = false;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      const char c = rest_[end];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        continue;
      }
      if (c == '"' || c == '\'') quote = c;
      if (c == '[') is_in_subset = true;
      if (c == ']') is_in_subset = false;
      if (c == '>' && !is_in_subset) break;
    }
    gather_entities(rest_.substr(0, end));
    drop(end + 1);
  }

  std::string utf8_;
  std::string_view rest_;                          // of utf8_
  std::unordered_set<std::string_view> entities_;  // that the document declares itself
  XmlText out_;
};

}  // namespace

XmlText readable_xml(std::string_view bytes) {
  return XmlMender(to_utf8(bytes)).mend();
}

}  // namespace warta::indexer
