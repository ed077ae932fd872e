// Any bytes as JSON Lines: each line gives an article, a reason to skip it, or nothing when it is blank.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/escape.h"
#include "indexer/sources/chunk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::indexer::Chunk chunk;
  chunk.bytes.assign(reinterpret_cast<const char*>(data), size);
  warta::indexer::ParsedSink sink;
  sink.article = [](warta::Article&& article) {
    if (article.title.empty() && article.body.empty()) std::abort();
    if (!warta::is_valid_utf8(article.title) || !warta::is_valid_utf8(article.body)) std::abort();
  };
  sink.skip = [](warta::indexer::Skip&& skip) {
    if (skip.reason.empty()) std::abort();
  };
  sink.warning = sink.skip;
  warta::indexer::parse_chunk(chunk, {}, sink);
  return 0;
}
