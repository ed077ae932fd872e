#include "tests/property/plain_scan.h"

#include <cctype>
#include <cstdint>
#include <sstream>
#include <utility>

namespace warta::test {
namespace {

constexpr std::size_t kPairsOfBytes = std::size_t{1} << 16;

// What has more words without a space is an address.
constexpr std::size_t kMostWordsOfAToken = 6;

std::size_t pair_at(const std::string& text, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(text[at])} << 8 | static_cast<unsigned char>(text[at + 1]);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_wide(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Whether the byte is one of the marks and stands between two digits.
bool is_between_digits(const std::string& text, std::size_t at, std::string_view marks) {
  return at > 0 && at + 1 < text.size() && marks.find(text[at]) != std::string_view::npos && is_digit(text[at - 1]) &&
         is_digit(text[at + 1]);
}

bool is_number_cut_at(const std::string& text, std::size_t place, std::string_view marks) {
  return is_between_digits(text, place, marks) || is_between_digits(text, place - 1, marks);
}

// Words that begin in [begin, end).
std::size_t words_in(const std::string& text, std::size_t begin, std::size_t end) {
  std::size_t words = 0;
  for (std::size_t at = begin; at < end; ++at)
    words += is_word_byte(text[at]) && (at == begin || !is_word_byte(text[at - 1])) ? 1 : 0;
  return words;
}

// "Liputan6" is a word and a number, in "Liputan6.com" neither.
bool has_digit_behind_letter(const std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (is_digit(text[at]) && is_word_byte(text[at - 1]) && !is_digit(text[at - 1])) return true;
  }
  return false;
}

enum class Edge : std::uint8_t { begin, end };

// Whether the phrase begins or ends among the words of an address: what stands there is cut, and of more than one word
// or a word and a number, so that it may be read otherwise than in the whole.
bool cuts_an_address(const std::string& text, std::size_t place, Edge edge) {
  if (text[place - 1] == ' ' || text[place] == ' ') return false;
  const std::size_t begin = text.rfind(' ', place) + 1;
  const std::size_t end = text.find(' ', place);
  const std::size_t before = words_in(text, begin, place);
  const std::size_t behind = words_in(text, place, end);
  if (before == 0 || behind == 0) return false;
  const std::size_t of_phrase = edge == Edge::begin ? behind : before;
  return of_phrase > 1 || before + behind > kMostWordsOfAToken ||
         (edge == Edge::begin ? has_digit_behind_letter(text, place, end)
                              : has_digit_behind_letter(text, begin, place));
}

bool may_be_cut_at(const std::string& text, std::size_t place) {
  return !(is_word_byte(text[place - 1]) && is_word_byte(text[place])) && !is_number_cut_at(text, place, ".,:");
}

// A phrase that begins or ends here must be found. Beyond ASCII a letter is not told from a mark.
bool must_be_cut_at(const std::string& text, std::size_t place, Edge edge) {
  return may_be_cut_at(text, place) && !is_wide(text[place - 1]) && !is_wide(text[place]) &&
         !is_number_cut_at(text, place, "/-") && !cuts_an_address(text, place, edge);
}

void add_once(std::vector<std::size_t>& texts, std::size_t text) {
  if (texts.empty() || texts.back() != text) texts.push_back(text);
}

}  // namespace

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

namespace {

// One kind of space for all.
std::string with_plain_spaces(std::string text) {
  for (const char* space : {"\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                            "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u3000", "\x7F"})
    replace_all(text, space, " ");
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

}  // namespace

std::string plain_typography(std::string text) {
  for (const char* quote : {"“", "”", "„", "«", "»"}) replace_all(text, quote, "\"");
  for (const char* apostrophe : {"‘", "’", "‛", "´", "ʼ", "ʻ"}) replace_all(text, apostrophe, "'");
  for (const char* dash : {"‐", "‑", "‒", "–", "—", "―"}) replace_all(text, dash, "-");
  for (const char* nothing : {"\u00AD", "\u200B", "\u200C", "\u200D", "\uFEFF"}) replace_all(text, nothing, "");
  text = with_plain_spaces(std::move(text));
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> chunks_of(const std::string& text) {
  std::istringstream stream(with_plain_spaces(text));
  std::vector<std::string> chunks;
  for (std::string chunk; stream >> chunk;) chunks.push_back(chunk);
  return chunks;
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

PlainScan::PlainScan(std::vector<std::string> phrases)
    : phrases_(std::move(phrases)), by_first_bytes_(kPairsOfBytes), holders_(phrases_.size()) {
  for (std::size_t i = 0; i < phrases_.size(); ++i) by_first_bytes_[pair_at(phrases_[i], 0)].push_back(i);
}

void PlainScan::add(const std::string& text) {
  const std::string padded = " " + text + " ";
  for (std::size_t at = 1; at + 1 < padded.size(); ++at) {
    for (const std::size_t phrase : by_first_bytes_[pair_at(padded, at)]) {
      if (padded.compare(at, phrases_[phrase].size(), phrases_[phrase]) == 0) note(phrase, padded, at);
    }
  }
  ++texts_;
}

void PlainScan::note(std::size_t phrase, const std::string& padded, std::size_t at) {
  const std::size_t end = at + phrases_[phrase].size();
  if (may_be_cut_at(padded, at) && may_be_cut_at(padded, end)) add_once(holders_[phrase].may, texts_);
  if (must_be_cut_at(padded, at, Edge::begin) && must_be_cut_at(padded, end, Edge::end)) {
    add_once(holders_[phrase].must, texts_);
  }
}

}  // namespace warta::test
