#include "indexer/sources/record_scanners.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "indexer/sources/json_nesting.h"
#include "indexer/sources/table_row.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// What closes a CDATA section or a comment that begins at the front of text; "" where none begins.
std::string_view end_of_section(std::string_view text) {
  if (text.starts_with("<![CDATA[")) return "]]>";
  return text.starts_with("<!--") ? "-->" : std::string_view();
}

// "item", "entry" or "atom:entry".
bool is_item_name(std::string_view name) {
  while (!name.empty() && is_ascii_space(name.back())) name.remove_suffix(1);
  name.remove_prefix(name.find(':') + 1);  // npos + 1 is 0
  return name == "item" || name == "entry";
}

class LineScanner final : public RecordScanner {
 public:
  std::size_t find_end(std::string_view bytes, std::size_t from) override {
    const std::size_t at = bytes.find('\n', from);
    return at == kNone ? kNone : at + 1;
  }
};

class TableRowScanner final : public RecordScanner {
 public:
  TableRowScanner(char delimiter, std::uint64_t max_bytes)
      : delimiter_(delimiter), max_bytes_(max_bytes), row_(delimiter) {}

  std::size_t find_end(std::string_view bytes, std::size_t from) override {
    for (std::size_t i = from; i < bytes.size(); ++i) {
      const TableRowState::Step step = row_.next(bytes[i]);
      if (step == TableRowState::Step::row_ended) return i + 1;
      const bool is_broken = step == TableRowState::Step::quote_broken || row_.size() > max_bytes_;
      const bool is_in_sight = row_.size() == i + 1;  // the row from its beginning on
      if (!is_broken || !is_in_sight || row_.first_line_end() == 0) continue;
      return std::exchange(row_, TableRowState(delimiter_)).first_line_end();
    }
    return kNone;
  }

 private:
  char delimiter_;
  std::uint64_t max_bytes_;
  TableRowState row_;
};

class JsonValueScanner final : public RecordScanner {
 public:
  std::size_t find_end(std::string_view bytes, std::size_t from) override {
    for (std::size_t i = from; i < bytes.size(); ++i) {
      if (!ends_with(bytes[i])) continue;
      has_begun_ = false;
      return i + 1;
    }
    return kNone;
  }

  bool is_done() const override { return is_done_; }

 private:
  // True where c is the last byte of a value, or closes the array that holds them.
  bool ends_with(char c) {
    const bool was_in_string = nesting_.is_in_string();
    const int change = nesting_.pass(c);
    if (was_in_string) return false;
    const bool is_between = is_ascii_space(c) || c == ',';
    is_done_ = change < 0 && depth_ == 0;
    if (change > 0) ++depth_;
    if (change < 0 && depth_ > 0) --depth_;
    const bool ends = depth_ == 0 && (is_done_ || (has_begun_ && (change < 0 || is_between)));
    has_begun_ = has_begun_ || !is_between;
    return ends;
  }

  JsonNesting nesting_;
  std::size_t depth_ = 0;
  bool has_begun_ = false;
  bool is_done_ = false;
};

// A scanner for marks in '<' and '>', which may stand across two reads: where too little is in sight to tell, it waits
// for more.
class TagScanner : public RecordScanner {
 public:
  std::size_t find_end(std::string_view bytes, std::size_t from) final {
    std::size_t at = from - std::min(from, std::exchange(undecided_, 0));
    while ((at = find_tag(bytes, at)) != kNone) {
      const std::string_view rest = bytes.substr(at);
      const bool is_in_sight = rest.size() >= kLookBehind || rest.find('>') != kNone;
      if (!is_in_sight) {
        undecided_ = rest.size();
        return kNone;
      }
      if (const std::size_t size = closing_tag(rest); size != 0) return at + size;
      ++at;
    }
    return kNone;
  }

 protected:
  // Where the next tag that matters begins; kNone where there is none yet.
  virtual std::size_t find_tag(std::string_view bytes, std::size_t at) { return bytes.find('<', at); }

  // The size of the tag at the front of rest where it ends a record, else 0.
  virtual std::size_t closing_tag(std::string_view rest) = 0;

  // How many of the last bytes the next call must look at again.
  std::size_t undecided_ = 0;
};

class FeedItemScanner final : public TagScanner {
 protected:
  std::size_t find_tag(std::string_view bytes, std::size_t at) override {
    if (!section_end_.empty()) {
      const std::size_t end = bytes.find(section_end_, at);
      if (end == kNone) {
        undecided_ = std::min(bytes.size() - at, section_end_.size() - 1);
        return kNone;
      }
      at = end + section_end_.size();
      section_end_ = {};
    }
    return bytes.find('<', at);
  }

  std::size_t closing_tag(std::string_view rest) override {
    section_end_ = end_of_section(rest);
    if (!rest.starts_with("</")) return 0;
    const std::size_t close = rest.find('>');
    if (close == kNone) return 0;
    return is_item_name(rest.substr(2, close - 2)) ? close + 1 : 0;
  }

 private:
  std::string_view section_end_;  // of the CDATA section or comment under way
};

class TrecScanner final : public TagScanner {
 protected:
  std::size_t closing_tag(std::string_view rest) override {
    constexpr std::string_view kEnd = "</doc>";
    return lower_ascii(rest.substr(0, kEnd.size())) == kEnd ? kEnd.size() : 0;
  }
};

}  // namespace

std::unique_ptr<RecordScanner> scan_lines() {
  return std::make_unique<LineScanner>();
}

std::unique_ptr<RecordScanner> scan_table_rows(char delimiter, std::uint64_t max_bytes) {
  return std::make_unique<TableRowScanner>(delimiter, max_bytes);
}

std::unique_ptr<RecordScanner> scan_json_values() {
  return std::make_unique<JsonValueScanner>();
}

std::unique_ptr<RecordScanner> scan_feed_items() {
  return std::make_unique<FeedItemScanner>();
}

std::unique_ptr<RecordScanner> scan_trec_documents() {
  return std::make_unique<TrecScanner>();
}

}  // namespace warta::indexer
