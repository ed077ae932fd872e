// Chunks: the stretches of a text without white space. Each has its tokens by itself, whatever stands around it
// (analysis/chunk_tokenizer.h), so that a look at a few of them can spare the analysis of the text.
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/characters.h"
#include "searcher/verification/literal.h"

namespace warta::searcher {

inline bool is_between_chunks(char c) {
  return analysis::byte_class(c) == analysis::kSpace;
}

// The span and what belongs to the chunks that it begins and ends in.
inline Span widened_to_chunks(std::string_view text, Span span) {
  while (span.begin > 0 && !is_between_chunks(text[span.begin - 1])) --span.begin;
  while (span.end < text.size() && !is_between_chunks(text[span.end])) ++span.end;
  return span;
}

}  // namespace warta::searcher
