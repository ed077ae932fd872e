// Any bytes as scraped text: an article or a reason, in sound UTF-8.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/escape.h"
#include "indexer/sources/text_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const warta::Result<warta::Article> article = warta::indexer::article_from_text(bytes);
  if (article && !(warta::is_valid_utf8(article->title) && warta::is_valid_utf8(article->body))) std::abort();
  return 0;
}
