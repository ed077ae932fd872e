// Text to tokens with byte offsets: the first half of the chain. White space parts chunks, chunks are tokenized on
// their own (chunk_tokenizer), and what spans chunks is laid over them (compounds).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analysis/token.h"

namespace warta::analysis {

// A token before stemming: `key` is the word to stem, or the finished key of a number, date, address or sign.
struct ShapedToken : Token {
  std::string_view key;
};

// True where the key of a token is a word that goes through the stemmer, not a finished term.
bool is_stemmed(Shape shape);

// Not shared between threads: it keeps the buffers that its tokens point into.
class Tokenizer {
 public:
  Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  // Appends the tokens of text, in order of begin; an overlapping token comes after the part that begins with it.
  // Their views live until clear(). Linear in text.size(), which must be below 4 GiB.
  void tokenize(std::string_view text, std::vector<ShapedToken>& tokens);

  void clear();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warta::analysis
