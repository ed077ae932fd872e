// A user's own lexicon: roots, words that are never stemmed, and irregular pairs, given at indexing and carried in the
// database. A line is an entry, '#' begins a comment:
//
//   root KATA        KATA is a root and takes any affix
//   never KATA       KATA stands as it is
//   pair KATA AKAR   KATA has the root AKAR
#pragma once

#include <string_view>

#include "analysis/lexicon_builder.h"
#include "base/result.h"

namespace warta::analysis {

// Words are case-folded. A line that is none of these, a word that is not of letters and hyphens, or too many
// entries is ExitCode::usage; the message names the line.
Result<LexiconBuilder> read_user_lexicon(std::string_view text);

}  // namespace warta::analysis
