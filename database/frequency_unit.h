// The unit of the frequencies that postings hold (Xapian's wdf).
#pragma once

namespace warta {

// A term that stands once in a text of the usual length has this frequency there: frequencies are whole numbers, and in
// long articles one occurrence counts less (indexer/term_frequency.h).
inline constexpr unsigned kFrequencyUnit = 8;

}  // namespace warta
