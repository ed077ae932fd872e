#include "analysis/tokenizer.h"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/characters.h"
#include "analysis/chunk_tokenizer.h"
#include "analysis/compounds.h"
#include "analysis/folded_chunk.h"
#include "analysis/hyphen_words.h"
#include "analysis/sentences.h"
#include "analysis/text_buffer.h"

namespace warta::analysis {
namespace {

constexpr std::array<char, 256> make_lower_case() {
  std::array<char, 256> table{};
  for (size_t byte = 0; byte < table.size(); ++byte) {
    const bool is_upper = byte >= 'A' && byte <= 'Z';
    table[byte] = static_cast<char>(is_upper ? byte + ('a' - 'A') : byte);
  }
  return table;
}

constexpr std::array<char, 256> kLowerCase = make_lower_case();

// Punctuation that makes no token and no other shape of the word beside it.
constexpr std::array<bool, 256> make_quiet() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(".,;:!?\"'()[]{}<>/*-_`~|\\")) table[static_cast<unsigned char>(c)] = true;
  return table;
}

constexpr std::array<bool, 256> kQuiet = make_quiet();

bool is_quiet(char c) {
  return kQuiet[static_cast<unsigned char>(c)];
}

bool is_letter(char c) {
  return byte_class(c) == kLetter;
}

// True for a word in capitals: KPK, but not A.
bool is_in_capitals(std::string_view surface) {
  return surface.size() > 1 && std::all_of(surface.begin(), surface.end(), [](char c) {
           return (byte_class(c) & kUpper) != 0 || (byte_class(c) & kDigit) != 0;
         });
}

// The order of tokens: by begin, a part before what lies over it, and of these the widest first.
bool comes_before(const ShapedToken& a, const ShapedToken& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.overlapping != b.overlapping ? b.overlapping : a.end > b.end;
}

}  // namespace

bool is_stemmed(Shape shape) {
  switch (shape) {
    case Shape::word:
    case Shape::acronym:
    case Shape::reduplication:
    case Shape::percent:
    case Shape::money: return true;
    default: return false;
  }
}

struct Tokenizer::State {
  TextBuffer buffer;
  ChunkTokenizer chunk_tokenizer{buffer};
  FoldedChunk folded;
  std::vector<Piece> pieces;
  std::vector<CharacterClass> classes;
  std::vector<size_t> anchors;  // tokens that compounds are looked for around
  std::vector<ShapedToken> compounds;

  // The text at work, and what has been made of it.
  std::string_view text;
  std::vector<ShapedToken>* tokens = nullptr;
  ShapedToken next;            // position, sentence and paragraph of the token to come
  std::string_view last_word;  // normalised text of the last part, and its end
  std::uint32_t last_end = 0;
  bool last_is_first = true;  // whether the last part is the first of its sentence

  void run();
  void add_chunk(size_t begin, size_t end, std::string_view lower, CharacterClass classes_seen);
  void add_ascii_chunk(size_t begin, std::string_view lower);
  void add_folded_chunk(size_t begin, size_t end);
  void add_part(std::uint32_t begin, std::uint32_t end, std::string_view surface, std::string_view key, Shape shape);
  void add_overlapping(std::uint32_t begin, std::uint32_t end, std::string_view surface, const Piece& piece);
  void add_pieces(std::string_view chunk, auto source_begin, auto source_end);
  void advance_to(std::uint32_t begin);
  void merge_compounds(size_t first_token);
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

void Tokenizer::clear() {
  state_->buffer.clear();
}

void Tokenizer::tokenize(std::string_view text, std::vector<ShapedToken>& tokens) {
  State& state = *state_;
  state.text = text;
  state.tokens = &tokens;
  state.next = {};
  state.last_word = {};
  state.last_end = 0;
  state.last_is_first = true;
  state.anchors.clear();
  state.compounds.clear();
  const size_t first_token = tokens.size();
  state.run();
  const std::span<const ShapedToken> of_text = std::span(tokens).subspan(first_token);
  for (const size_t anchor : state.anchors) {
    append_compounds(text, of_text, anchor - first_token, state.buffer, state.compounds);
  }
  state.merge_compounds(first_token);
}

void Tokenizer::State::run() {
  char* const lower = buffer.allocate(text.size());
  for (size_t at = 0; at < text.size();) {
    if (byte_class(text[at]) == kSpace) {
      ++at;
      continue;
    }
    const size_t begin = at;
    CharacterClass seen = 0;
    for (CharacterClass c; at < text.size() && (c = byte_class(text[at])) != kSpace; ++at) {
      seen |= c;
      lower[at] = kLowerCase[static_cast<unsigned char>(text[at])];
    }
    add_chunk(begin, at, {lower + begin, at - begin}, seen);
  }
}

// Most chunks are a word of ASCII letters, perhaps with punctuation around it.
void Tokenizer::State::add_chunk(size_t begin, size_t end, std::string_view lower, CharacterClass classes_seen) {
  constexpr int kNotPlain = kDigit | kPunctuation | kNonAscii;
  const auto add_word = [&](size_t from, size_t to) {
    const std::string_view word = lower.substr(from, to - from);
    add_part(static_cast<std::uint32_t>(begin + from), static_cast<std::uint32_t>(begin + to), word, word, Shape::word);
  };
  if ((classes_seen & kNotPlain) == 0) return add_word(0, lower.size());
  if ((classes_seen & kNonAscii) != 0) return add_folded_chunk(begin, end);
  if ((classes_seen & kDigit) == 0) {
    const auto* const first = std::find_if_not(lower.begin(), lower.end(), is_quiet);
    const auto* const last = std::find_if_not(first, lower.end(), is_letter);
    if (last != first && std::all_of(last, lower.end(), is_quiet)) {
      return add_word(static_cast<size_t>(first - lower.begin()), static_cast<size_t>(last - lower.begin()));
    }
  }
  const bool has_apostrophe = lower.find('\'') != std::string_view::npos || lower.find('`') != std::string_view::npos;
  if (has_apostrophe) return add_folded_chunk(begin, end);
  add_ascii_chunk(begin, lower);
}

void Tokenizer::State::add_ascii_chunk(size_t begin, std::string_view lower) {
  classes.resize(lower.size());
  std::transform(lower.begin(), lower.end(), classes.begin(), byte_class);
  chunk_tokenizer.run(lower, classes, pieces);
  add_pieces(
      lower, [&](size_t i) { return static_cast<std::uint32_t>(begin + i); },
      [&](size_t i) { return static_cast<std::uint32_t>(begin + i + 1); });
}

void Tokenizer::State::add_folded_chunk(size_t begin, size_t end) {
  folded.fold(text, begin, end);
  const std::string_view chunk = buffer.store(folded.text());
  chunk_tokenizer.run(chunk, folded.classes(), pieces);
  add_pieces(
      chunk, [&](size_t i) { return folded.source_begin(i); }, [&](size_t i) { return folded.source_end(i); });
}

// Hands the pieces of a chunk on with their places in the text. Where one character of the text became several tokens
// (a fraction, an Arabic formula), the first of them alone is kept: offsets must not overlap.
void Tokenizer::State::add_pieces(std::string_view chunk, auto source_begin, auto source_end) {
  for (const Piece& piece : pieces) {
    const std::uint32_t begin = source_begin(piece.begin);
    const std::uint32_t end = source_end(piece.end - 1);
    const std::string_view surface = chunk.substr(piece.begin, piece.end - piece.begin);
    if (piece.overlapping) {
      add_overlapping(begin, end, surface, piece);
    } else if (begin >= last_end) {
      add_part(begin, end, surface, piece.key, piece.shape);
    }
  }
}

void Tokenizer::State::add_part(std::uint32_t begin, std::uint32_t end, std::string_view surface, std::string_view key,
                                Shape shape) {
  advance_to(begin);
  ShapedToken& token = tokens->emplace_back(next);
  token.text = surface;
  token.key = key;
  token.begin = begin;
  token.end = end;
  token.shape = shape == Shape::word && is_in_capitals(text.substr(begin, end - begin)) ? Shape::acronym : shape;
  const bool is_anchor =
      shape == Shape::number || shape == Shape::time || (shape == Shape::word && is_joining_prefix(key, true));
  if (is_anchor) anchors.push_back(tokens->size() - 1);
  ++next.position;
  last_word = surface;
  last_end = end;
}

// An overlapping token belongs to the part that begins with it; behind a sign (#tag) to the part to come.
void Tokenizer::State::add_overlapping(std::uint32_t begin, std::uint32_t end, std::string_view surface,
                                       const Piece& piece) {
  const bool follows_its_part = next.position > 0 && begin < last_end;
  if (!follows_its_part) {
    advance_to(begin);
    last_end = begin;
  }
  ShapedToken& token = tokens->emplace_back(next);
  if (follows_its_part) --token.position;
  token.text = surface;
  token.key = piece.key;
  token.begin = begin;
  token.end = end;
  token.shape = piece.shape;
  token.overlapping = true;
}

// Counts sentences and paragraphs up to the token that begins at `begin`.
void Tokenizer::State::advance_to(std::uint32_t begin) {
  const bool is_word_gap = begin == last_end + 1 && text[last_end] == ' ';
  if (next.position == 0 || is_word_gap || begin <= last_end) {
    last_is_first = next.position == 0;
    return;
  }
  const Break found = break_between(last_word, last_is_first, text, last_end, begin);
  last_is_first = found != Break::none;
  next.sentence += found == Break::none ? 0 : 1;
  next.paragraph += found == Break::paragraph ? 1 : 0;
}

// Merges the compounds found after tokens[first_token] into their places, from the back, without a second copy.
void Tokenizer::State::merge_compounds(size_t first_token) {
  if (compounds.empty()) return;
  std::sort(compounds.begin(), compounds.end(), comes_before);
  size_t from = tokens->size();
  tokens->resize(from + compounds.size());
  size_t to = tokens->size();
  for (size_t left = compounds.size(); left > 0;) {
    const bool compound_is_last = from == first_token || comes_before((*tokens)[from - 1], compounds[left - 1]);
    (*tokens)[--to] = compound_is_last ? compounds[--left] : (*tokens)[--from];
  }
}

}  // namespace warta::analysis
