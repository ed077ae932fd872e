// Any bytes as a feed, cut into its items.
#include "tests/fuzz/archive_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::indexer::read_archive(warta::indexer::SourceKind::feed, data, size);
  return 0;
}
