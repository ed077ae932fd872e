// The word lists that new databases get, of stopwords/, compiled in, so that the program needs no file at run time.
#pragma once

#include <string_view>

namespace warta::analysis {

std::string_view default_stop_words();  // stopwords/id.txt
std::string_view default_synonyms();    // stopwords/synonyms-id.txt

}  // namespace warta::analysis
