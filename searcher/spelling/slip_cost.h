// How far a typed word lies from the one that was meant, in slips of Indonesian fingers and ears.
#pragma once

#include <cstddef>
#include <string_view>

namespace warta::searcher {

// What a slip costs that nothing explains: a letter too many, too few, or another one. No single slip costs more than
// this and kFirstLetterCost.
inline constexpr double kSlipCost = 1.0;
inline constexpr double kFirstLetterCost = 0.2;  // people rarely err in the first letter

// Words further apart than this many letters, or longer than the other bound, are not compared.
inline constexpr std::size_t kMostSlips = 2;
inline constexpr std::size_t kMostSpelledLetters = 48;

// The cheapest way from `typed` to `meant`, both in lower case, or infinity where every way costs more than `most`.
// After Damerau (1964), as the optimal string alignment: a letter inserted, left out or exchanged, two neighbours
// turned round; and with the costs of Brill & Moore (2000), though theirs were learned and ours are a table: typical
// slips (a doubled letter, a vowel left out, neighbouring keys, letters of one sound, f p v, i y, the digraphs kh ng ny
// sy, and the old spelling tj dj oe) cost less.
double slip_cost(std::string_view typed, std::string_view meant, double most);

}  // namespace warta::searcher
