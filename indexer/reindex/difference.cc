#include "indexer/reindex/difference.h"

#include <algorithm>
#include <cstdint>

#include "database/article.h"
#include "database/schema.h"

namespace warta::indexer {
namespace {

// The identities of a database in the order of their terms, each with its document and its content hash. Hashes are
// read in one pass beforehand: asked for one by one, each would cost a walk through a tree.
class Identities {
 public:
  explicit Identities(const Xapian::Database& database) : database_(database), hashes_(database.get_lastdocid() + 1) {
    for (auto value = database.valuestream_begin(kContentHashSlot); value != database.valuestream_end(kContentHashSlot);
         ++value) {
      hashes_[value.get_docid()] = unserialise_hash(*value);
    }
    const std::string prefix(kIdentityPrefix);
    term_ = database.allterms_begin(prefix);
    end_ = database.allterms_end(prefix);
    read();
  }

  bool is_at_end() const { return term_ == end_; }
  const std::string& term() const { return name_; }
  Xapian::docid document() const { return *database_.postlist_begin(name_); }
  std::uint64_t content() const { return hashes_[document()]; }
  void advance() {
    ++term_;
    read();
  }

 private:
  void read() {
    if (!is_at_end()) name_ = *term_;
  }

  const Xapian::Database& database_;
  std::vector<std::uint64_t> hashes_;  // by document id
  Xapian::TermIterator term_;
  Xapian::TermIterator end_;
  std::string name_;
};

}  // namespace

Difference difference(const Xapian::Database& one, const Xapian::Database& other) {
  Difference result;
  Identities left(one);
  Identities right(other);
  while (!left.is_at_end() || !right.is_at_end()) {
    const bool only_right = left.is_at_end() || (!right.is_at_end() && right.term() < left.term());
    const bool only_left = right.is_at_end() || (!left.is_at_end() && left.term() < right.term());
    if (only_right) {
      result.gone.push_back(right.term());
    } else if (only_left || left.content() != right.content()) {
      result.missing.push_back(left.document());
    }
    if (!only_right) left.advance();
    if (!only_left) right.advance();
  }
  std::ranges::sort(result.missing);
  return result;
}

}  // namespace warta::indexer
