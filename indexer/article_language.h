// In which language an article is: Indonesian, unless there is clear evidence against it.
#pragma once

#include <string>
#include <string_view>

#include "database/article.h"

namespace warta::indexer {

// The language of a text as an ISO 639-1 code, or "" where there is too little to tell; that counts as Indonesian.
// `declared` is the code that the source gives, or "": it lets weaker evidence suffice, and decides nothing alone,
// because templates say lang="en" on Indonesian sites. Looks at the first few kilobytes.
std::string detect_language(std::string_view title, std::string_view body, std::string_view declared);

// Sets the article's language to what its text says, taking the one that it has for declared. A second call changes
// nothing.
void settle_language(Article& article);

}  // namespace warta::indexer
