// What a hyphen means in Indonesian: reduplication, a clitic, a prefix before a name, or two words.
#pragma once

#include <string>
#include <string_view>

#include "analysis/stemmer.h"

namespace warta::analysis {

// True for "nya" in KPK-nya, "lah" in Presiden-lah: what is cut off before the word is looked up.
bool is_enclitic(std::string_view part);

// True for "di" in di-PHK, "se" in se-Indonesia, "nge" in nge-vlog: likewise, before the word.
bool is_proclitic(std::string_view part);

// True for "kan" in di-PHK-kan: an ending that is cut off behind a proclitic or a number (1990-an) only.
bool is_bound_suffix(std::string_view part);

// True for "anti" in anti-korupsi, "non" in non-aktif: prefixes that people write joined, with a hyphen or (most of
// them) with a space, so that the joined form is indexed beside the parts.
bool is_joining_prefix(std::string_view part, bool with_space);

// True where first-second is one reduplicated word by its spelling alone: anak-anak, anak-anaknya, berlari-lari,
// tarik-menarik, perundang-undangan, turun-temurun, sayur-mayur, bolak-balik.
bool is_reduplication(std::string_view first, std::string_view second);

// The term of the reduplication "first-second", and what decided it:
//   undang-undang        what the stemmer makes of the whole word, where it knows the result
//   perundang-undangan   the stems of the halves joined, where the stemmer knows that word
//   anak-anaknya         else the stem that the halves share, even where the stemmer lists the whole (tarik-menarik)
//   bolak-balik          else the half that is known; else the stem of the half that the other one repeats
StemExplanation reduce(std::string_view reduplication, Stemmer& stemmer);

}  // namespace warta::analysis
