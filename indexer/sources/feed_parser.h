// Feeds to articles: RSS 2.0 and its older relatives, RSS 1.0 (RDF), Atom, JSON Feed, and WordPress's export, which is
// RSS with more in it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/feed_item.h"

namespace warta::indexer {

// Gives every item of a feed to sink, in its order. origin is the URL or file name of the feed: messages name it, and
// an http(s) one completes relative links where the feed has no xml:base. Links are cleaned (clean_url), titles are
// plain text, bodies are paragraphs. first_line is the line of the first byte in its file.
// Error (ExitCode::input_skipped): the bytes are no feed, or stop being readable; the message names origin, line and
// reason. Items before the defect have been given then.
Result<void> parse_feed(std::string_view bytes, std::string_view origin, const FeedSink& sink,
                        std::uint64_t first_line = 1);

}  // namespace warta::indexer
