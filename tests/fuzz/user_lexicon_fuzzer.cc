// Any bytes as a user's lexicon, then as words: a line that cannot be read is an error, nothing crashes, and no stem is
// empty.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analysis/lexicon_stemmer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using warta::analysis::LexiconStemmer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const auto built_in = LexiconStemmer::create("");
  const auto with_user = LexiconStemmer::create(text);
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find_first_of(" \n", begin);
    const std::string_view word = text.substr(begin, end - begin);
    if (!word.empty() && (*built_in)->stem(word).empty()) std::abort();
    if (!word.empty() && with_user && (*with_user)->stem(word).empty()) std::abort();
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return 0;
}
