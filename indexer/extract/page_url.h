// The URL that stands for a page.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The declared URL where it is one, else url_hint, cleaned (clean_url). A query is dropped when the page itself links
// to the same address without it, as its share bar does, and the path alone names an article.
std::string choose_url(std::string_view html, std::string_view declared, std::string_view url_hint);

}  // namespace warta::indexer
