// One item of a feed as it stands there, and the article that it makes: the same for RSS, Atom and JSON Feed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "database/article.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct FeedItem {
  Article article;
  bool has_full_text = false;  // the body is the whole article; otherwise a summary, or empty
};

// Text as the feed has it; empty where it has none. Markup is HTML, except for what is_content_plain says.
struct FeedEntry {
  std::string id;
  std::string url;  // absolute
  std::string title;
  std::string published;
  std::string modified;
  std::string language;
  std::string summary;
  std::string content;  // the text of the article, or the beginning of it
  bool is_content_plain = false;
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::vector<std::string> tags;
};

// What holds for all items of a feed that do not say otherwise.
struct FeedHead {
  std::string title;
  std::string link;
  std::string language;
  std::vector<std::string> authors;
};

struct FeedSink {
  std::function<void(FeedItem&&)> item;
  std::function<void(Skip&&)> skip;     // an item was left out
  std::function<void(Skip&&)> warning;  // an item was taken with what is sound of it, or the feed was repaired
};

// Checks an entry and gives sink the article that it makes. An entry that has neither a title nor a text is skipped; a
// date that cannot be read, or an address that is none, is left out with a warning. place is where the entry stands.
void give_feed_item(FeedEntry&& entry, const FeedHead& head, const std::string& place, const FeedSink& sink);

}  // namespace warta::indexer
