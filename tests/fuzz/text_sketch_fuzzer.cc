// Any bytes as a text and as a sketch: a text is a copy of itself, and a sketch that can be read is written back as it
// was; comparing any two of them decides the same from both sides.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/copies/resemblance.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warta::indexer;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const TextSketch text = sketch_text(bytes, bytes.substr(0, 16));
  if (text.is_comparable() && !are_copies(text, text)) std::abort();
  if (unserialise_sketch(serialise_sketch(text)) != text) std::abort();
  const auto read = unserialise_sketch(bytes.substr(0, serialise_sketch(text).size()));
  if (!read) return 0;
  if (unserialise_sketch(serialise_sketch(*read)) != read) std::abort();
  if (are_copies(*read, text) != are_copies(text, *read)) std::abort();
  return 0;
}
