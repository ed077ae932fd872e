// What one database has that another has not: compared by identity and content hash, without reading an article.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace warta::indexer {

struct Difference {
  std::vector<Xapian::docid> missing;  // documents of the one that the other has not, or in another version; ascending
  std::vector<std::string> gone;       // identity terms of the other that the one has not

  bool is_empty() const { return missing.empty() && gone.empty(); }
};

// Compares two databases of the present format. Linear in their sizes; takes 8 bytes for each document id of both.
// Throws Xapian::Error.
Difference difference(const Xapian::Database& one, const Xapian::Database& other);

}  // namespace warta::indexer
