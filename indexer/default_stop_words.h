// The stop words that new databases get: stopwords/id.txt, compiled in, so that the program needs no file at run time.
#pragma once

#include <string_view>

namespace warta::indexer {

std::string_view default_stop_words();

}  // namespace warta::indexer
