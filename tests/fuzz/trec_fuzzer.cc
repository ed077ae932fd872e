// Any bytes as a TREC collection.
#include "tests/fuzz/archive_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::indexer::read_archive(warta::indexer::SourceKind::trec, data, size);
  return 0;
}
