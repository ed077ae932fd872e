// Pages that are nothing but titles of articles: what a site or a search engine lists under a topic.
#pragma once

#include <string_view>

namespace warta::analysis {

// Whether a text is a list of titles: four lines or more, and nine tenths of it in lines that have a title's length,
// begin with no small letter and end no sentence. Lines of lyrics are shorter, and wrapped text begins its lines with
// small letters. One pass, which ends where too much is no title.
bool is_title_list(std::string_view text);

}  // namespace warta::analysis
