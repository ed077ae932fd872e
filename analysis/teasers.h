// The titles of other articles that pages put into a text: "Baca juga: ...".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace warta::analysis {

// Bytes of a text, [begin, end).
struct TextSpan {
  std::size_t begin;
  std::size_t end;
};

// Replaces spans by those of the titles, marks included, in the order of the text; they do not overlap. A mark is told
// by its colon: without one the title was lost in scraping, and what follows is the article itself. A title ends with
// its line or a sentence, where the text goes on without a space ("MaafSiti mengaku"), or after as many words as
// titles hardly have.
void find_teasers(std::string_view text, std::vector<TextSpan>& spans);

}  // namespace warta::analysis
