// A page to an article: what the page declares first, then what its structure shows.
#pragma once

#include <string_view>

#include "base/result.h"
#include "database/article.h"

namespace warta::indexer {

// html is a page's bytes in any charset. url_hint is where it came from; it counts when the page names no URL itself,
// and may be empty. The body has no furniture, its paragraphs are divided by '\n'. Errors (ExitCode::input_skipped):
// the page is a listing, a feed, or has no article's text; the message says which.
Result<Article> extract_article(std::string_view html, std::string_view url_hint);

}  // namespace warta::indexer
