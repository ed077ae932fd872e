// The commands that need no database: `stem` prints terms, `analyze` explains tokens.
#pragma once

#include <iosfwd>
#include <string>

#include "base/result.h"

namespace warta::searcher {

// Reads a word a line from in and writes its term a line to out; the terms of a line of several words stand on one
// line, an empty line stays empty. An unknown stemmer is ExitCode::wrong_version.
Result<void> stem_lines(const std::string& stemmer, std::istream& in, std::ostream& out);

// Writes a line for each token of the text: its bytes, shape, surface, term, what decided the term, and whether it is
// one of the stop words that new databases get. A compound token ("+") stands over its parts. An unknown stemmer is
// ExitCode::wrong_version.
Result<void> explain_text(const std::string& stemmer, const std::string& text, std::ostream& out);

}  // namespace warta::searcher
