// Any bytes as a stored article, and as what a stored article holds under its compression (whose checksum would stop
// nearly every mutation): they decode or are refused, and what decodes is written back without loss.
#include <zstd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "database/article_record.h"

namespace {

void decode(std::string_view record) {
  static warta::ArticleCodec codec = warta::ArticleCodec::create().value();
  const warta::Result<warta::Article> article = codec.decode(record);
  if (article && codec.decode(codec.encode(*article)) != *article) std::abort();
}

std::string compressed(std::string_view content) {
  std::string record(1 + ZSTD_compressBound(content.size()), '\1');  // the version of the layout comes first
  record.resize(1 + ZSTD_compress(record.data() + 1, record.size() - 1, content.data(), content.size(), 1));
  return record;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  decode(input);
  decode(compressed(input));
  return 0;
}
