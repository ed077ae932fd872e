// A chunk of text in normal form, with the place in the text from which each of its bytes came.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/characters.h"

namespace warta::analysis {

class FoldedChunk {
 public:
  // Folds text[begin, end): normalised, white space and invalid bytes as ' ', apostrophes between letters removed
  // (Jum'at, Ma’ruf), fractions as decimals (1½ is 1,5) and superscript digits apart from those before. Replaces what
  // was folded before.
  void fold(std::string_view text, size_t begin, size_t end);

  std::string_view text() const { return text_; }
  std::span<const CharacterClass> classes() const { return classes_; }  // of each byte of text()

  // Offsets in the original text of the character from which byte i came.
  std::uint32_t source_begin(size_t i) const { return begins_[i]; }
  std::uint32_t source_end(size_t i) const { return ends_[i]; }

 private:
  void append(std::int32_t c);
  void classify();
  void remove_apostrophes();

  std::string text_;
  std::vector<CharacterClass> classes_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
  bool is_closed_ = false;  // the last character ends the number that it belongs to
};

}  // namespace warta::analysis
