// Any bytes as a page: extraction returns an article or a reason, and what it returns is sound UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/escape.h"
#include "indexer/extract/extract_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const warta::Result<warta::Article> article =
      warta::indexer::extract_article(bytes, {.url = "https://contoh.example/a", .charset = ""});
  if (article && !(warta::is_valid_utf8(article->title) && warta::is_valid_utf8(article->body))) std::abort();
  return 0;
}
