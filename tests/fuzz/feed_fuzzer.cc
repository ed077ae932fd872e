// Any bytes as a feed: every item has a title or a text, in UTF-8, and an address that is one.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/escape.h"
#include "indexer/sources/feed_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warta;
  const auto check = [](indexer::Skip&& skip) {
    if (skip.place.empty() || skip.reason.empty()) std::abort();
  };
  const auto check_item = [](indexer::FeedItem&& item) {
    const Article& article = item.article;
    if (article.title.empty() && article.body.empty()) std::abort();
    if (!is_valid_utf8(article.title) || !is_valid_utf8(article.body)) std::abort();
    if (!article.url.empty() && clean_url(article.url) != article.url) std::abort();
  };
  const Result<void> parsed = indexer::parse_feed({reinterpret_cast<const char*>(data), size}, "https://a.example/rss",
                                                  {check_item, check, check});
  if (!parsed && parsed.error().message.empty()) std::abort();
  return 0;
}
