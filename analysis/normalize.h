// Unicode down to what terms are made of: the same word gives the same bytes however it was typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace warta::analysis {

// Appends what code point c becomes: its compatibility decomposition (NFKD), case folded, without soft hyphens,
// zero-width characters, and the diacritics of Latin, Greek and Cyrillic and the vowel points of Arabic. Apostrophes of
// every kind become ', hyphens and en dashes -. May append nothing.
//
// NFKD and not NFKC: it needs no neighbours, so that each byte keeps its place in the text, and what NFKC would put
// together again is mostly what we fold. Diacritics are folded because Indonesian is written without them and people
// type names without them: Erdoğan, Müller and kafé are looked for as erdogan, muller and kafe.
void append_normalized(std::int32_t c, std::string& out);

// The whole text normalised; invalid bytes become U+FFFD. Idempotent.
std::string normalized(std::string_view text);

}  // namespace warta::analysis
