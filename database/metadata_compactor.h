// What Xapian does with metadata where it joins databases: the tables that are counted from articles are added up.
#pragma once

#include <cstddef>
#include <string>

#include <xapian.h>

namespace warta {

// Adds up the counts of acronyms and of the vocabulary where several databases have them; keeps the first value of
// every other key, as Xapian does by itself.
class MetadataCompactor : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t tag_count,
                                         const std::string tags[]) override;
};

}  // namespace warta
