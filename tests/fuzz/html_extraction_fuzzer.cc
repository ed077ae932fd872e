// Any bytes as a page: extraction returns an article or a reason, what it returns is sound UTF-8, its links are
// addresses, and a page appended to itself adds nothing.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/escape.h"
#include "database/article.h"
#include "indexer/extract/extract_article.h"
#include "indexer/extract/json_ld_repair.h"
#include "indexer/extract/page_links.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_links(std::string_view bytes, const warta::indexer::PageOrigin& origin) {
  const warta::indexer::PageLinks links = warta::indexer::find_page_links(bytes, origin);
  const auto is_address = [](const std::string& url) { return warta::clean_url(url) == url; };
  require(links.single_page.empty() || is_address(links.single_page));
  require(links.next_page.empty() || is_address(links.next_page));
  for (const std::string& url : links.feeds) require(!url.empty() && is_address(url));
  for (const std::string& url : links.articles) require(!url.empty() && is_address(url));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const warta::indexer::PageOrigin origin{.url = "https://contoh.example/berita/12345/judul-berita-ini", .charset = ""};
  const warta::Result<warta::Article> article = warta::indexer::extract_article(bytes, origin);
  if (article) {
    require(warta::is_valid_utf8(article->title) && warta::is_valid_utf8(article->body));
    warta::Article joined = *article;
    warta::indexer::append_page(joined, warta::Article(*article));
    require(joined.body == article->body);
  }
  check_links(bytes, origin);
  warta::indexer::repaired_json_ld(bytes);
  return 0;
}
