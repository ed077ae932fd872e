// Copies of one text among the hits: the one that ranks first stands for all of them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include <xapian.h>

namespace warta::searcher {

// The other articles of the archive that carry a hit's text, whether they match the query or not.
struct Copies {
  std::string cluster = {};  // the value of kCopiesSlot; empty for a text too short to have copies
  std::uint64_t others = 0;
  std::vector<std::string> sources = {};  // of these, each once, the oldest in the database first; at most kMostSources

  static constexpr std::size_t kMostSources = 10;
};

// So many more hits are asked for than a page has, so that folding seldom needs to ask again.
inline constexpr Xapian::doccount kCopiesExpected = 10;

// Tells the first of several copies from the rest, as hits come by in their order.
class CopyFolder {
 public:
  // True where a copy of this article came before.
  bool is_repetition(const Xapian::Document& document);

 private:
  std::unordered_set<std::string> seen_;  // values of kCopiesSlot
};

// Of the document with this id: one look at the frequency of a term, and a short value for each copy that is named.
// (The document's own get_docid() is that in its shard.)
Copies copies_of(const Xapian::Database& database, Xapian::docid id, const Xapian::Document& document);

}  // namespace warta::searcher
