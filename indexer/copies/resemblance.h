// What two texts have in common, estimated from their sketches, and whether that makes one a copy of the other.
#pragma once

#include "indexer/copies/text_sketch.h"

namespace warta::indexer {

// Of all runs of words in either text, those in both: the Jaccard index, 1 for the same words in the same order.
// Standard error .05 where half is shared.
double shared_runs(const TextSketch& one, const TextSketch& other);

// True where one text is a copy of the other: the same, lightly edited, or the same with passages added. Texts that
// repeat their words from day to day (schedules, prices, weather) are told apart by the dates and the numbers that they
// name. The rule and how it was chosen: docs/near-duplicates.md.
bool are_copies(const TextSketch& one, const TextSketch& other);

}  // namespace warta::indexer
