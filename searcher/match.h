// A document that the first stage found: Xapian's matcher, or best_matches.
#pragma once

#include <xapian.h>

namespace warta::searcher {

struct Match {
  Xapian::docid id = 0;  // in all shards joined
  double weight = 0;
  Xapian::Document document = {};  // its values are read when they are asked for
};

inline Match match_of(const Xapian::MSetIterator& match) {
  return {*match, match.get_weight(), match.get_document()};
}

}  // namespace warta::searcher
