// Tokens over several words: the value of "Rp1,5 miliar", the date of "12 Mei 2024", the joined form of "anti
// korupsi". They let shapes meet that share no word.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/text_buffer.h"
#include "analysis/tokenizer.h"

namespace warta::analysis {

// Appends to compounds what spans tokens[anchor], a number or a joining prefix, and its neighbours; tokens are all of
// text:
//   1,5 juta              number "1500000"
//   Rp1,5 miliar          money "idr1500000000"; likewise 1,5 miliar rupiah, US$ 5, 100 dolar Singapura
//   5.25 persen           number "5.25" over what looks like a time
//   12 Mei 2024           date "2024-05-12"
//   anti korupsi          word "antikorupsi"
// All are overlapping and have the position, sentence and paragraph of their first token. Neighbours are looked for in
// the same paragraph, with nothing but spaces between them.
void append_compounds(std::string_view text, std::span<const ShapedToken> tokens, size_t anchor, TextBuffer& buffer,
                      std::vector<ShapedToken>& compounds);

}  // namespace warta::analysis
