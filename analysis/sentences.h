// Where sentences and paragraphs end, in texts full of abbreviations, initials and numbers with dots.
#pragma once

#include <string_view>

namespace warta::analysis {

enum class Break { none, sentence, paragraph };

// What the gap between two tokens ends. `before` is the normalised token before the gap, and text[begin, end) the gap
// itself in the original text, with the token after it at `end`. `before_is_first` says that no token stands between
// `before` and the begin of its sentence, where a number with a dot is the number of an item.
// A newline ends a paragraph. A sentence ends at . ! ? or an ellipsis where no lower-case letter follows, and not
// behind initials, titles and other abbreviations that stand before what they belong to (Dr., No., hlm.).
Break break_between(std::string_view before, bool before_is_first, std::string_view text, size_t begin, size_t end);

}  // namespace warta::analysis
