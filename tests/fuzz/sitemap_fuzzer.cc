// Any bytes as a sitemap: every entry has an address that is one.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "database/article.h"
#include "indexer/sources/sitemap_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warta;
  const auto check = [](indexer::Skip&& skip) {
    if (skip.place.empty() || skip.reason.empty()) std::abort();
  };
  const auto check_entry = [](indexer::SitemapEntry&& entry) {
    if (entry.url.empty() || clean_url(entry.url) != entry.url) std::abort();
  };
  const Result<void> parsed = indexer::parse_sitemap({reinterpret_cast<const char*>(data), size},
                                                     "https://a.example/sitemap.xml", {check_entry, check, check});
  if (!parsed && parsed.error().message.empty()) std::abort();
  return 0;
}
