// The frequencies that postings hold (Xapian's wdf): their unit and their bound.
#pragma once

#include <cstdint>

namespace warta {

// A term that stands once in a text of the usual length has this frequency there: frequencies are whole numbers, and in
// long articles one occurrence counts less (indexer/term_frequency.h).
inline constexpr unsigned kFrequencyUnit = 8;

// One byte of a posting: more would say little, for a term's weight is then 91% of its greatest.
inline constexpr std::uint32_t kGreatestFrequency = 127;

}  // namespace warta
