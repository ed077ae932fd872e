// JSON Feed (https://www.jsonfeed.org/version/1.1/) to articles.
#pragma once

#include <string_view>

#include "base/result.h"
#include "indexer/sources/feed_parser.h"

namespace warta::indexer {

// True where bytes, or their beginning, are a JSON object that calls itself a JSON Feed.
bool is_json_feed(std::string_view bytes);

// As parse_feed, for bytes that is_json_feed is true of.
Result<void> parse_json_feed(std::string_view bytes, std::string_view origin, const FeedSink& sink);

}  // namespace warta::indexer
