// Any bytes as a chunk of the vocabulary: what can be read is sorted, each word once, and is written back without loss.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "database/vocabulary.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const warta::Vocabulary words = warta::decode_vocabulary({reinterpret_cast<const char*>(data), size});
  const auto is_out_of_order = [](const warta::CountedWord& one, const warta::CountedWord& next) {
    return one.text >= next.text;
  };
  if (std::ranges::adjacent_find(words, is_out_of_order) != words.end()) std::abort();
  if (warta::decode_vocabulary(warta::encode_vocabulary(words)) != words) std::abort();
  return 0;
}
