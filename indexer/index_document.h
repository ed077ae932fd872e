// What the index is to hold of one article: terms with their counts, and values. Xapian::Document keeps them in trees
// of strings, which was an eighth of the time of indexing; here they are appended to plain arrays.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace warta::indexer {

class IndexDocument {
 public:
  // Adds count to the term's frequency in the document. A count of 0 makes it findable, and no more.
  void add_term(std::string_view term, std::uint32_t count) {
    texts_ += term;
    ends_.push_back({texts_.size(), count});
  }

  // At most once a slot; an empty value is none.
  void add_value(Xapian::valueno slot, std::string value) {
    if (!value.empty()) values_.emplace_back(slot, std::move(value));
  }

  // Calls visit(term, count) for what was added, in that order. A term that was added twice comes twice.
  template <typename Visit>
  void for_each_term(Visit visit) const {
    std::size_t begin = 0;
    for (const auto& [end, count] : ends_) {
      visit(std::string_view(texts_).substr(begin, end - begin), count);
      begin = end;
    }
  }

  using Value = std::pair<Xapian::valueno, std::string>;
  const std::vector<Value>& values() const& { return values_; }  // in the order in which they came
  std::vector<Value> values() && { return std::move(values_); }

 private:
  struct End {
    std::size_t end;  // of the term in texts_, where the next one begins
    std::uint32_t count;
  };

  std::string texts_;
  std::vector<End> ends_;
  std::vector<Value> values_;
};

// The same document for Xapian's own writer.
Xapian::Document to_xapian(const IndexDocument& document);

}  // namespace warta::indexer
