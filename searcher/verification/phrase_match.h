// Where the phrases of a query stand in a text.
#pragma once

#include <vector>

#include "searcher/query/clause.h"
#include "searcher/verification/article_text.h"
#include "searcher/verification/literal.h"

namespace warta::searcher {

// True when the phrase stands in the text in its own mode.
bool has_phrase(const Clause& phrase, TextTokens& text);

// Every place of an exact or stemmed phrase, in order; other modes have no place of their own, and none is returned.
std::vector<Span> phrase_spans(const Clause& phrase, TextTokens& text);

}  // namespace warta::searcher
