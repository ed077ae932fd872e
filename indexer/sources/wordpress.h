// What WordPress's export (WXR) has beyond RSS: text as authors typed it.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The HTML of a post's content: shortcodes go ("[caption] ... [/caption]" and the like with all inside, others keep
// what they enclose), and where no <p> divides paragraphs, line ends do, as WordPress itself shows them.
std::string html_of_wordpress(std::string_view content);

// True for the kind and state of a post that readers of the site see as an article.
bool is_public_post(std::string_view type, std::string_view status);

}  // namespace warta::indexer
