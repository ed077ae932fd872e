// The first stage of the ranking: Xapian's own BM25 with our numbers.
#pragma once

#include <xapian.h>

#include "searcher/ranking/weights.h"

namespace warta::searcher {

inline Xapian::BM25Weight bm25() {
  return {kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormalisedLength};
}

}  // namespace warta::searcher
