// Exact wording: where a phrase stands in a text as it is written, case and form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warta::searcher {

// Bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

// What typography varies, made one: runs of white space are one space, curly quotes and apostrophes straight ones,
// dashes and hyphens "-", soft hyphens and zero-width characters nothing. Case and form stay.
std::string fold_typography(std::string_view text);

// Where `folded_phrase`, which went through fold_typography, stands in the text; spans count in the unfolded text.
// Words may be cut: the caller checks the spans against the text's tokens.
std::vector<Span> find_literal(std::string_view text, std::string_view folded_phrase);

}  // namespace warta::searcher
