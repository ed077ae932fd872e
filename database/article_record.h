// The stored article: what a document's data holds. It carries everything that indexing it again needs.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "database/article.h"

namespace warta {

// Compressed bytes, with the version of their layout first.
std::string encode_article(const Article& article);

// The article that was encoded, equal to it in every field. Broken bytes are ExitCode::io_error, an unknown layout
// ExitCode::wrong_version. Never crashes on any input.
Result<Article> decode_article(std::string_view record);

}  // namespace warta
