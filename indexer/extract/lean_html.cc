#include "indexer/extract/lean_html.h"

#include <algorithm>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kUnreadElements[] = {"script", "style", "svg"};

bool starts_with_name(std::string_view text, std::string_view name) {
  return text.size() > name.size() && lower_ascii(text.substr(0, name.size())) == name &&
         !is_ascii_letter(text[name.size()]) && !is_ascii_digit(text[name.size()]);
}

class LeanCopier {
 public:
  explicit LeanCopier(std::string_view html) : rest_(html) { out_.reserve(html.size()); }

  std::string copy() {
    while (!rest_.empty()) {
      const std::size_t tag = std::min(rest_.find('<'), rest_.size());
      take_folded(tag);
      if (rest_.empty()) break;
      if (rest_.starts_with("<!--")) {
        drop_comment();
      } else if (!take_unread_element()) {
        take_folded(1);
      }
    }
    return std::move(out_);
  }

 private:
  void take(std::size_t bytes) {
    out_ += rest_.substr(0, bytes);
    rest_.remove_prefix(std::min(bytes, rest_.size()));
  }

  void take_folded(std::size_t bytes) {
    std::string_view text = rest_.substr(0, bytes);
    rest_.remove_prefix(text.size());
    while (!text.empty()) {
      const auto is_space = [](char c) { return is_ascii_space(c); };
      const auto* const space = std::find_if(text.begin(), text.end(), is_space);
      out_.append(text.begin(), space);
      if (space != text.end() && !out_.ends_with(' ')) out_ += ' ';
      const auto* const next = std::find_if_not(space, text.end(), is_space);
      text.remove_prefix(static_cast<std::size_t>(next - text.begin()));
    }
  }

  void drop(std::size_t bytes) { rest_.remove_prefix(std::min(bytes, rest_.size())); }

  void drop_comment() {
    drop(std::string_view("<!--").size());
    for (const std::string_view empty : {">", "->"}) {
      if (rest_.starts_with(empty)) return drop(empty.size());
    }
    const std::size_t end = rest_.find("-->");
    drop(end == std::string_view::npos ? rest_.size() : end + std::string_view("-->").size());
  }

  // Takes an unread element's start tag, all of it, and leaves its inside out; false where another tag stands.
  bool take_unread_element() {
    for (const std::string_view name : kUnreadElements) {
      if (!starts_with_name(rest_.substr(1), name)) continue;
      const std::size_t start_tag = std::min(rest_.find('>'), rest_.size());
      const std::string attributes = lower_ascii(rest_.substr(0, start_tag));
      const bool is_read = attributes.find("ld+json") != std::string::npos;
      take(start_tag + 1);
      if (attributes.ends_with('/') && name == "svg") return true;  // has no inside
      const std::size_t end = find_end_tag(name);
      if (is_read) {
        take(end);
      } else {
        drop(end);
      }
      return true;
    }
    return false;
  }

  std::size_t find_end_tag(std::string_view name) const {
    for (std::size_t at = rest_.find("</"); at != std::string_view::npos; at = rest_.find("</", at + 2)) {
      if (lower_ascii(rest_.substr(at + 2, name.size())) == name) return at;
    }
    return rest_.size();
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string lean_html(std::string_view utf8) {
  return LeanCopier(utf8).copy();
}

}  // namespace warta::indexer
