// Text to tokens with byte offsets: the first half of the chain.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/text_buffer.h"
#include "analysis/token.h"

namespace warta::analysis {

// Appends the tokens of text, in order of begin; their normalised texts are kept in buffer. Linear in text.size(),
// which must be below 4 GiB.
void tokenize(std::string_view text, TextBuffer& buffer, std::vector<Token>& tokens);

}  // namespace warta::analysis
