// Any bytes through the search for acronyms: nothing crashes, and what is found is folded and within its bounds.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analysis/acronyms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warta::analysis;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  find_acronyms(text, [](std::string_view acronym, std::string_view expansion) {
    if (acronym.size() < 2 || expansion.size() < acronym.size()) std::abort();
    if (fold_acronym_words(expansion) != expansion || fold_acronym_words(acronym) != acronym) std::abort();
    if (without_small_words(expansion).empty()) std::abort();
  });
  return 0;
}
