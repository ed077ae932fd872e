#include "analysis/chunk_tokenizer.h"

#include <algorithm>

#include "analysis/currency.h"
#include "analysis/hyphen_words.h"
#include "analysis/number_shapes.h"
#include "analysis/url_shapes.h"
#include "base/utf8.h"

namespace warta::analysis {
namespace {

constexpr int kWordBytes = kLetter | kDigit;

// G-20, U-23, MH-370: so few letters before a number are one name with it; longer ones (COVID-19) are words.
constexpr size_t kLongestCodeLetters = 2;

// R&D, S&P, AT&T.
constexpr size_t kLongestAmpersandSide = 3;

bool has_vowel(std::string_view word) {
  return word.find_first_of("aiueo") != std::string_view::npos;
}

}  // namespace

void ChunkTokenizer::run(std::string_view chunk, std::span<const CharacterClass> classes, std::vector<Piece>& pieces) {
  chunk_ = chunk;
  classes_ = classes;
  pieces_ = &pieces;
  pieces.clear();
  // A chunk without these marks holds no address, and is not searched for one.
  const bool may_hold_url =
      std::any_of(chunk.begin(), chunk.end(), [](char c) { return c == '.' || c == ':' || c == '@'; });
  url_examined_ = may_hold_url ? 0 : chunk.size();
  for (size_t at = 0; at < chunk.size();) at = next(at);
}

size_t ChunkTokenizer::run_end(size_t at, int classes) const {
  while (is(at, classes)) ++at;
  return at;
}

size_t ChunkTokenizer::next(size_t begin) {
  if (is(begin, kWordBytes)) {
    if (const size_t end = url(begin); end != 0) return end;
    return is(begin, kDigit) ? number(begin) : word(begin);
  }
  if (is(begin, kIdeogram)) return character(begin, Shape::ideogram);
  if (is(begin, kSymbol)) return character(begin, Shape::symbol);
  if (is_char(begin, '#') || is_char(begin, '@')) return tag(begin);
  return sign(begin);
}

// A web or e-mail address; 0 where none begins here. The host of a longer web address is a token over it.
size_t ChunkTokenizer::url(size_t begin) {
  if (begin < url_examined_) return 0;
  const UrlMatch match = read_url(chunk_, begin);
  url_examined_ = match.examined;
  if (match.end == 0) return 0;
  emit(begin, match.end, match.key, match.shape);
  if (match.shape == Shape::url && match.host != match.key && !match.host.empty()) {
    emit_overlapping(begin, match.end, match.host, Shape::url);
  }
  return match.end;
}

// "#IndonesiaMaju" and "@kabar_kini" are tokens over the plain words behind the sign, which are read next.
size_t ChunkTokenizer::tag(size_t begin) {
  size_t end = begin + 1;
  while (is(end, kWordBytes) || is_char(end, '_')) ++end;
  const bool has_word = slice(begin + 1, end).find_first_not_of('_') != std::string_view::npos;
  if (has_word) {
    emit_overlapping(begin, end, slice(begin, end), chunk_[begin] == '#' ? Shape::hashtag : Shape::mention);
  }
  return begin + 1;
}

// Signs that are read as words: 5,2% is "5,2 persen", $5 is "dolar 5". Other signs are no tokens.
size_t ChunkTokenizer::sign(size_t begin) {
  const size_t end = character_end(chunk_, begin);
  const std::string_view text = slice(begin, end);
  if (text == "%") {
    emit(begin, end, "persen", Shape::percent);
  } else if (const std::string_view currency = currency_word(text); !currency.empty()) {
    emit(begin, end, currency, Shape::money);
  }
  return end;
}

// One character with the marks behind it: the voicing marks of Kana count as ideograms themselves.
size_t ChunkTokenizer::character(size_t begin, Shape shape) {
  size_t end = character_end(chunk_, begin);
  while (chunk_.substr(end).starts_with("\u3099") || chunk_.substr(end).starts_with("\u309A")) {
    end = character_end(chunk_, end);
  }
  emit(begin, end, slice(begin, end), shape);
  return end;
}

size_t ChunkTokenizer::number(size_t begin) {
  const NumberMatch match = read_number(chunk_, begin, key_);
  const size_t letters_end = run_end(match.end, kLetter);
  const std::string_view letters = slice(match.end, letters_end);
  const bool is_code = match.is_plain && !letters.empty() && !is_unit(letters);
  if (!is_code) {
    const size_t end = letters.empty() ? skip_enclitic(match.end, true) : match.end;
    const bool is_as_written = key_ == slice(begin, match.end);
    emit(begin, end, is_as_written ? slice(begin, match.end) : buffer_.store(key_), match.shape);
    return end;
  }
  if (!is(letters_end, kDigit) && (is_bound_suffix(letters) || is_enclitic(letters))) {  // 90an
    emit(begin, letters_end, slice(begin, match.end), Shape::number);
    return letters_end;
  }
  const size_t code_end = run_end(letters_end, kWordBytes);
  const size_t end = skip_enclitic(code_end, false);
  emit(begin, end, slice(begin, code_end), Shape::acronym);
  return end;
}

// The offset behind "-nya" and the like at `at`, or `at` itself.
size_t ChunkTokenizer::skip_enclitic(size_t at, bool after_number) const {
  if (!is_char(at, '-')) return at;
  const size_t end = run_end(at + 1, kWordBytes);
  const std::string_view part = slice(at + 1, end);
  return is_enclitic(part) || (after_number && is_bound_suffix(part)) ? end : at;
}

size_t ChunkTokenizer::word(size_t begin) {
  const size_t letters_end = run_end(begin, kLetter);
  const std::string_view letters = slice(begin, letters_end);
  if (is_char(letters_end, '$') && !currency_word(slice(begin, letters_end + 1)).empty()) {
    emit(begin, letters_end + 1, currency_word(slice(begin, letters_end + 1)), Shape::money);
    return letters_end + 1;
  }
  if (letters.size() == 1 && is_char(letters_end, '.')) {
    if (const size_t end = dotted_acronym(begin); end != 0) return end;
  }
  if (letters.size() <= kLongestAmpersandSide && is_char(letters_end, '&')) {
    const size_t right_end = run_end(letters_end + 1, kLetter);
    const size_t right_size = right_end - letters_end - 1;
    if (right_size >= 1 && right_size <= kLongestAmpersandSide && !is(right_end, kDigit)) {
      emit(begin, right_end, slice(begin, right_end), Shape::acronym);
      return right_end;
    }
  }
  if (is(letters_end, kDigit) && !currency_before(letters).empty()) {
    emit(begin, letters_end, letters, Shape::word);
    return letters_end;
  }
  const size_t end = run_end(letters_end, kWordBytes);
  if (is_char(end, '-') && is(end + 1, kWordBytes)) return hyphenated(begin, end);
  if (end == letters_end) {
    emit(begin, end, letters, Shape::word);
    return end;
  }
  return letters_and_digits(begin, end, begin, end);
}

// Single letters with dots between them: "a.s." is "as". Returns 0 for fewer than two letters. A longer word behind
// the last dot ("b.j.habibie") is not part of it.
size_t ChunkTokenizer::dotted_acronym(size_t begin) {
  const auto is_single_letter = [&](size_t at) {
    return is(at, kLetter) && static_cast<unsigned char>(chunk_[at]) < 0x80 && !is(at + 1, kWordBytes);
  };
  if (!is_single_letter(begin)) return 0;
  size_t end = begin + 1;
  key_.assign(1, chunk_[begin]);
  while (is_char(end, '.') && is_single_letter(end + 1)) {
    key_ += chunk_[end + 1];
    end += 2;
  }
  if (key_.size() < 2) return 0;
  const size_t token_end = skip_enclitic(end, false);
  emit(begin, token_end, buffer_.store(key_), Shape::acronym);
  return token_end;
}

// A word with digits in it, [begin, end), as a token over [token_begin, token_end): anak2 is a reduplication, covid19
// two words and their joined form, g20 and h2o are names.
size_t ChunkTokenizer::letters_and_digits(size_t begin, size_t end, size_t token_begin, size_t token_end) {
  const size_t letters_end = run_end(begin, kLetter);
  const size_t digits_end = run_end(letters_end, kDigit);
  const std::string_view letters = slice(begin, letters_end);
  const std::string_view suffix = slice(digits_end, end);
  const bool is_word = letters.size() > kLongestCodeLetters;
  const bool is_doubled = is_word && slice(letters_end, digits_end) == "2" && has_vowel(letters) &&
                          (suffix.empty() || is_reduplication(letters, std::string(letters).append(suffix)));
  if (is_doubled) {
    key_.assign(letters).append("-").append(letters).append(suffix);
    emit(token_begin, token_end, buffer_.store(key_), Shape::reduplication);
  } else if (is_word && suffix.empty() && token_begin == begin && token_end == end) {
    emit(begin, letters_end, letters, Shape::word);
    emit_overlapping(begin, end, slice(begin, end), Shape::acronym);
    emit(letters_end, end, slice(letters_end, end), Shape::number);
  } else {
    emit(token_begin, token_end, slice(begin, end), Shape::acronym);
  }
  return token_end;
}

// Words joined by hyphens, of which the first ends at first_end. A part that begins a longer number (Rp-1.500) is
// left for it.
size_t ChunkTokenizer::hyphenated(size_t begin, size_t first_end) {
  parts_.assign(1, {begin, first_end});
  size_t end = first_end;
  while (is_char(end, '-') && is(end + 1, kWordBytes)) {
    const size_t part_end = run_end(end + 1, kWordBytes);
    const bool is_longer_number = is(end + 1, kDigit) && is(part_end + 1, kDigit) &&
                                  std::string_view(".,:/").find(chunk_[part_end]) != std::string_view::npos;
    if (is_longer_number) break;
    parts_.push_back({end + 1, part_end});
    end = part_end;
  }
  emit_parts(parts_);
  return end;
}

void ChunkTokenizer::emit_parts(std::span<const Part> parts) {
  const size_t token_begin = parts.front().begin;
  const size_t token_end = parts.back().end;
  while (parts.size() > 1 && is_enclitic(text_of(parts.back()))) parts = parts.first(parts.size() - 1);
  const bool has_proclitic = parts.size() > 1 && is_proclitic(text_of(parts.front()));
  if (has_proclitic) {
    parts = parts.subspan(1);
    if (parts.size() > 1 && is_bound_suffix(text_of(parts.back()))) parts = parts.first(parts.size() - 1);
  }
  if (parts.size() == 1) return emit_part(parts.front(), token_begin, token_end);
  const std::string_view first = text_of(parts[0]);
  const std::string_view second = text_of(parts[1]);
  const bool is_number = run_end(parts[1].begin, kDigit) == parts[1].end;
  const bool is_word = run_end(parts[0].begin, kLetter) == parts[0].end;
  if (parts.size() == 2 && is_word && is_number && first.size() <= kLongestCodeLetters) {  // G-20
    return emit(token_begin, token_end, buffer_.store(key_.assign(first).append(second)), Shape::acronym);
  }
  if (parts.size() == 2 && !is_number && is_reduplication(first, second)) {
    return emit(token_begin, token_end, slice(parts[0].begin, parts[1].end), Shape::reduplication);
  }
  emit_part(parts[0], parts[0].begin, parts[0].end);
  const bool is_numbered = is_number && month_number(first) == 0;
  const bool is_joined = parts.size() == 2 && is_word && (is_numbered || is_joining_prefix(first, false));
  if (is_joined) {
    const std::string_view joined = buffer_.store(key_.assign(first).append(second));
    emit_overlapping(parts[0].begin, parts[1].end, joined, is_number ? Shape::acronym : Shape::word);
  }
  for (const Part& part : parts.subspan(1)) emit_part(part, part.begin, part.end);
}

// One part, as a token over [token_begin, token_end) with the clitics around it.
void ChunkTokenizer::emit_part(const Part& part, size_t token_begin, size_t token_end) {
  if (run_end(part.begin, kDigit) == part.end) {
    emit(token_begin, token_end, text_of(part), Shape::number);
  } else if (run_end(part.begin, kLetter) == part.end) {
    emit(token_begin, token_end, text_of(part), Shape::word);
  } else if (is(part.begin, kDigit)) {
    emit(token_begin, token_end, text_of(part), Shape::acronym);
  } else {
    letters_and_digits(part.begin, part.end, token_begin, token_end);
  }
}

}  // namespace warta::analysis
