#include "indexer/sources/prologue.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/sources/table_row.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// The tags of the beginning of an XML document.
class XmlHead {
 public:
  explicit XmlHead(std::string_view bytes) : bytes_(bytes) {}

  Prologue to_first_item() {
    for (at_ = bytes_.find('<'); at_ != kNone; at_ = bytes_.find('<', at_)) {
      if (skip_section()) continue;
      const std::string_view tag = take_tag();
      if (tag.empty()) break;
      if (tag.starts_with('/')) {
        if (!open_.empty()) open_.pop_back();
        continue;
      }
      const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
      const std::string_view local = name.substr(name.find(':') + 1);
      if (local == "item" || local == "entry") return prologue(at_ - tag.size() - 2);
      if (!tag.ends_with('/')) open_.push_back(name);
    }
    return {};
  }

 private:
  // Passes over comments, CDATA, processing instructions and the document type.
  bool skip_section() {
    struct Section {
      std::string_view begin;
      std::string_view end;
    };
    constexpr Section kSections[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    for (const Section& section : kSections) {
      if (!bytes_.substr(at_).starts_with(section.begin)) continue;
      const std::size_t end = bytes_.find(section.end, at_);
      at_ = end == kNone ? bytes_.size() : end + section.end.size();
      return true;
    }
    if (!bytes_.substr(at_).starts_with("<!")) return false;
    const std::size_t subset = bytes_.find_first_of("[>", at_);
    const std::string_view close = subset != kNone && bytes_[subset] == '[' ? "]" : ">";
    const std::size_t end = bytes_.find(close, at_);
    at_ = end == kNone ? bytes_.size() : end + 1;
    return true;
  }

  // The inside of the tag here, and on behind it; "" where it does not end.
  std::string_view take_tag() {
    char quote = '\0';
    for (std::size_t i = at_ + 1; i < bytes_.size(); ++i) {
      const char c = bytes_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
        continue;
      }
      if (c == '"' || c == '\'') quote = c;
      if (c != '>') continue;
      const std::string_view tag = bytes_.substr(at_ + 1, i - at_ - 1);
      at_ = i + 1;
      return tag;
    }
    return {};
  }

  Prologue prologue(std::size_t size) const {
    Prologue result;
    result.size = size;
    result.bytes = bytes_.substr(0, size);
    std::replace(result.bytes.begin(), result.bytes.end(), '\n', ' ');
    for (auto name = open_.rbegin(); name != open_.rend(); ++name) {
      result.epilogue.append("</").append(*name).append(">");
    }
    return result;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
};

// "sep=;", or the same in quotes.
bool is_separator_line(std::string_view line) {
  if (line.starts_with('"') && line.ends_with('"') && line.size() > 1) line = line.substr(1, line.size() - 2);
  constexpr std::string_view kName = "sep=";
  return line.size() == kName.size() + 1 && lower_ascii(line.substr(0, kName.size())) == kName;
}

}  // namespace

std::size_t table_header_begin(std::string_view first_bytes) {
  std::size_t begin = first_bytes.size() - without_utf8_mark(first_bytes).size();
  for (;;) {
    const std::size_t end = first_bytes.find_first_of("\r\n", begin);
    if (end == kNone) return begin;
    const std::string_view line = first_bytes.substr(begin, end - begin);
    const bool is_blank = line.find_first_not_of(" \t,;|") == kNone;
    if (!is_blank && !is_separator_line(line)) return begin;
    begin = end + 1;
  }
}

Prologue table_prologue(std::string_view first_bytes) {
  const std::size_t begin = table_header_begin(first_bytes);
  const std::string_view header = first_bytes.substr(begin);
  TableRowState row(table_delimiter(header));
  for (std::size_t i = 0; i < header.size(); ++i) {
    const TableRowState::Step step = row.next(header[i]);
    const bool is_broken = step == TableRowState::Step::quote_broken;
    if (!is_broken && step != TableRowState::Step::row_ended) continue;
    const std::size_t size = is_broken ? row.first_line_end() : i + 1;
    return {.bytes = std::string(header.substr(0, size)), .size = begin + size};
  }
  return {};
}

char table_delimiter(std::string_view header) {
  char best = ',';
  std::size_t most = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    TableRowState row(delimiter);
    std::size_t fields = 0;
    for (const char c : header) {
      const TableRowState::Step step = row.next(c);
      if (step == TableRowState::Step::row_ended || step == TableRowState::Step::quote_broken) break;
      fields += step == TableRowState::Step::field_ended ? 1 : 0;
    }
    if (fields > most) best = delimiter;
    most = std::max(most, fields);
  }
  return best;
}

Prologue feed_prologue(std::string_view first_bytes) {
  return XmlHead(first_bytes).to_first_item();
}

}  // namespace warta::indexer
