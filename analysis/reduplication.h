// Reduplication: anak-anak, berlari-lari, tarik-menarik, sayur-mayur are found by their base.
#pragma once

#include <functional>
#include <string_view>

namespace warta::analysis {

// Returns the base of a reduplicated word "a-b": the stem that both halves share, or, in a rhyme, the half that is
// known. Empty where the halves are two words (jual-beli), or where there is not exactly one hyphen.
// `stem` gives the stem of a half, `known` tells whether the lexicon has it, affixes aside. The view points to what
// `stem` returned.
std::string_view reduplicated_base(std::string_view word, const std::function<std::string_view(std::string_view)>& stem,
                                   const std::function<bool(std::string_view)>& known);

}  // namespace warta::analysis
