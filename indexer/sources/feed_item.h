// One item of a feed as it stands there, and the article that it makes: the same for RSS, Atom and JSON Feed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "database/article.h"

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

// Checks an entry and makes the article. A date that cannot be read, or an address that is none, is left out and told
// to warn, in words for the person. Error (ExitCode::input_skipped): the entry has neither a title nor a text.
Result<FeedItem> make_feed_item(FeedEntry&& entry, const FeedHead& head,
                                const std::function<void(std::string&&)>& warn);

}  // namespace warta::indexer
