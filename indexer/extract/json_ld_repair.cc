#include "indexer/extract/json_ld_repair.h"

#include <algorithm>

#include "indexer/sources/json_repair.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kOpenings[] = {"<!--",      "//<![CDATA[",  "/*<![CDATA[*/",
                                          "<![CDATA[", "// <![CDATA[", "//<!--"};
constexpr std::string_view kClosings[] = {"//]]>", "/*]]>*/", "// ]]>", "]]>", "//-->", "-->", ";"};

// Behind the comment that begins at a place of text, "/* the day */" or "// the day" to the end of the line; `at` where
// none does, or one that is longer.
std::size_t end_of_comment(std::string_view text, std::size_t at, std::size_t longest = std::string_view::npos) {
  const std::string_view comment = text.substr(at, longest);
  if (comment.starts_with("//")) {
    const std::size_t end = std::min(comment.find_first_of("\r\n"), comment.size());
    return end < longest ? at + end : at;
  }
  const std::size_t end = comment.starts_with("/*") ? comment.find("*/", 2) : std::string_view::npos;
  return end == std::string_view::npos ? at : at + end + 2;
}

// Behind white space and comments. What follows each quotation mark is asked for them, so that only those count here
// that a person may write.
std::size_t skip_blank(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestComment = 1000;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    at = end_of_comment(text, at, kLongestComment);
    if (at == begin) break;
  }
  return at;
}

// True when the quotation mark before `after` ends a string: then a comma and another value or key, a colon, or a
// closing bracket follow.
bool is_end_of_string(std::string_view text, std::size_t after) {
  std::size_t next = skip_blank(text, after);
  if (next >= text.size() || text[next] == ':' || text[next] == '}' || text[next] == ']') return true;
  if (text[next] != ',') return false;
  next = skip_blank(text, next + 1);
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
    if (const std::size_t end = end_of_comment(text_, at_); end != at_) {
      at_ = end;
      return;
    }
    ++at_;
    if (c == ',') {
      const std::size_t next = skip_blank(text_, at_);
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
