// Scraped plain text to an article.
#pragma once

#include <string_view>

#include "base/result.h"
#include "database/article.h"

namespace warta::indexer {

// The title is the first line that is no furniture. Lines of other articles ("REKOMENDASI", "ARTIKEL TERKAIT" and what
// they list), share bars and credits go; the body ends where the comment form or the list of newest articles begins.
// Author and date are taken from their lines, a URL from a line that is one, the source from it or from the dateline.
// Error (ExitCode::input_skipped): the text holds neither a title nor a body.
Result<Article> article_from_text(std::string_view bytes);

}  // namespace warta::indexer
