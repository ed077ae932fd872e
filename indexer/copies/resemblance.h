// What two texts have in common, estimated from their sketches, and whether that makes one a copy of the other.
#pragma once

#include "indexer/copies/text_sketch.h"

namespace warta::indexer {

// Of all runs of words in either text, those in both: the Jaccard index, 1 for the same words in the same order.
// Standard error .05 where half is shared.
double shared_runs(const TextTraits& one, const TextTraits& other);

// True where one text is a copy of the other: the same, lightly edited, or the same with passages added. Texts that
// repeat their words from day to day (schedules, prices, weather) are told apart by the dates and the numbers that they
// name. `shared` is what shared_runs says of them. The rule and how it was chosen: docs/near-duplicates.md.
bool are_copies(const TextTraits& one, const TextTraits& other, double shared);

inline bool are_copies(const TextTraits& one, const TextTraits& other) {
  return are_copies(one, other, shared_runs(one, other));
}

}  // namespace warta::indexer
