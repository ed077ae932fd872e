// Words that scraping glued together: "KantorOmbudsman", "olehKPK".
#pragma once

#include <string_view>
#include <vector>

namespace warta::analysis {

// The parts of a word that is written in one with its neighbours, as its case shows: a capital behind two lower-case
// letters begins a word. Empty where there is one part only. They are no terms of the text itself, which knows no case:
// the whole stays one, and is found by them besides.
std::vector<std::string_view> glued_words(std::string_view word);

}  // namespace warta::analysis
