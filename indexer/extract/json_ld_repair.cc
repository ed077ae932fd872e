#include "indexer/extract/json_ld_repair.h"

#include <algorithm>

#include "indexer/sources/json_repair.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kOpenings[] = {"<!--",      "//<![CDATA[",  "/*<![CDATA[*/",
                                          "<![CDATA[", "// <![CDATA[", "//<!--"};
constexpr std::string_view kClosings[] = {"//]]>", "/*]]>*/", "// ]]>", "]]>", "//-->", "-->", ";"};

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at;
}

// True when the quotation mark before `after` ends a string: then a comma and another value or key, a colon, or a
// closing bracket follow.
bool is_end_of_string(std::string_view text, std::size_t after) {
  std::size_t next = skip_space(text, after);
  if (next >= text.size() || text[next] == ':' || text[next] == '}' || text[next] == ']') return true;
  if (text[next] != ',') return false;
  next = skip_space(text, next + 1);
  return next >= text.size() || std::string_view("\"{[]}-0123456789tfn,").find(text[next]) != std::string_view::npos;
}

class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) { out_.reserve(text.size()); }

  std::string repair() {
    while (at_ < text_.size()) {
      if (is_in_string_) {
        take_in_string();
      } else {
        take_structure();
      }
    }
    return std::move(out_);
  }

 private:
  void take_in_string() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size()) {
      const bool is_escape = std::string_view("\"\\/bfnrtu").find(text_[at_ + 1]) != std::string_view::npos;
      out_ += is_escape ? text_.substr(at_, 2) : text_.substr(at_ + 1, 1);
      at_ += 2;
      return;
    }
    ++at_;
    if (c == '"' && is_end_of_string(text_, at_)) {
      is_in_string_ = false;
      out_ += c;
    } else if (c == '"') {
      out_ += "\\\"";
    } else {
      out_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }

  void take_structure() {
    const char c = text_[at_];
    if (text_.substr(at_, 2) == "/*") {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
      return;
    }
    ++at_;
    if (c == ',') {
      const std::size_t next = skip_space(text_, at_);
      const bool is_extra = next >= text_.size() || std::string_view(",}]").find(text_[next]) != std::string_view::npos;
      if (is_extra) return;
    }
    is_in_string_ = c == '"';
    out_ += c;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_in_string_ = false;
  std::string out_;
};

}  // namespace

std::string_view unwrapped_json_ld(std::string_view script) {
  script = trimmed(script);
  for (const std::string_view opening : kOpenings) {
    if (script.starts_with(opening)) script = trimmed(script.substr(opening.size()));
  }
  for (const std::string_view closing : kClosings) {
    if (script.ends_with(closing)) script = trimmed(script.substr(0, script.size() - closing.size()));
  }
  return script;
}

std::string repaired_json_ld(std::string_view script) {
  return repair_characters(Repairer(unwrapped_json_ld(script)).repair());
}

}  // namespace warta::indexer
