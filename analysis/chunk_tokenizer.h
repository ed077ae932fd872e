// Tokens of one chunk, which is a stretch of normalised text without white space. What stands around the chunk has no
// say, so that a word of a query gives the tokens that the same word gave in an article.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/characters.h"
#include "analysis/text_buffer.h"
#include "analysis/token.h"

namespace warta::analysis {

// A token of a chunk: [begin, end) in the chunk, and what its term is made of (a word to stem, or a number's key).
struct Piece {
  size_t begin = 0;
  size_t end = 0;
  std::string_view key;
  Shape shape = Shape::word;
  bool overlapping = false;
};

class ChunkTokenizer {
 public:
  // Keys that are no part of a chunk are kept in buffer, which must outlive this.
  explicit ChunkTokenizer(TextBuffer& buffer) : buffer_(buffer) {}

  // Replaces pieces by those of chunk, in order of begin; an overlapping one comes after the piece that begins with
  // it. classes holds the class of each byte of chunk, the same for all bytes of a character. Keys point into chunk
  // or into the buffer. Linear in chunk.size().
  void run(std::string_view chunk, std::span<const CharacterClass> classes, std::vector<Piece>& pieces);

 private:
  bool is(size_t at, int classes) const { return at < chunk_.size() && (classes_[at] & classes) != 0; }
  bool is_char(size_t at, char c) const { return at < chunk_.size() && chunk_[at] == c; }
  size_t run_end(size_t at, int classes) const;
  std::string_view slice(size_t begin, size_t end) const { return chunk_.substr(begin, end - begin); }
  void emit(size_t begin, size_t end, std::string_view key, Shape shape) {
    pieces_->push_back({begin, end, key, shape, false});
  }
  void emit_overlapping(size_t begin, size_t end, std::string_view key, Shape shape) {
    pieces_->push_back({begin, end, key, shape, true});
  }

  // Each reads what stands at `begin` and returns the offset behind it.
  size_t next(size_t begin);
  size_t url(size_t begin);
  size_t tag(size_t begin);
  size_t sign(size_t begin);
  size_t character(size_t begin, Shape shape);
  size_t number(size_t begin);
  size_t word(size_t begin);
  size_t dotted_acronym(size_t begin);
  size_t letters_and_digits(size_t begin, size_t end, size_t token_begin, size_t token_end);
  size_t hyphenated(size_t begin, size_t first_end);

  struct Part {
    size_t begin;
    size_t end;
  };
  std::string_view text_of(const Part& part) const { return slice(part.begin, part.end); }
  void emit_parts(std::span<const Part> parts);
  void emit_part(const Part& part, size_t token_begin, size_t token_end);
  size_t skip_enclitic(size_t at, bool after_number) const;

  TextBuffer& buffer_;
  std::string_view chunk_;
  std::span<const CharacterClass> classes_;
  std::vector<Piece>* pieces_ = nullptr;
  size_t url_examined_ = 0;  // no address begins before this offset
  std::string key_;
  std::vector<Part> parts_;
};

}  // namespace warta::analysis
