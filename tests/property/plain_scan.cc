#include "tests/property/plain_scan.h"

#include <cctype>
#include <sstream>
#include <utility>

namespace warta::test {
namespace {

constexpr std::size_t kPairsOfBytes = std::size_t{1} << 16;

std::size_t pair_at(const std::string& text, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(text[at])} << 8 | static_cast<unsigned char>(text[at + 1]);
}

bool is_mark(char c) {
  return c != ' ' && !is_word_byte(c) && static_cast<unsigned char>(c) < 0x80;
}

void add_once(std::vector<std::size_t>& texts, std::size_t text) {
  if (texts.empty() || texts.back() != text) texts.push_back(text);
}

}  // namespace

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string plain_typography(std::string text) {
  for (const char* quote : {"“", "”", "„", "«", "»"}) replace_all(text, quote, "\"");
  for (const char* apostrophe : {"‘", "’", "‛", "´", "ʼ", "ʻ"}) replace_all(text, apostrophe, "'");
  for (const char* dash : {"‐", "‑", "‒", "–", "—", "―"}) replace_all(text, dash, "-");
  for (const char* nothing : {"\u00AD", "\u200B", "\u200C", "\u200D", "\uFEFF"}) replace_all(text, nothing, "");
  for (const char* space : {"\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                            "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u3000", "\x7F"})
    replace_all(text, space, " ");
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> chunks_of(const std::string& text) {
  std::istringstream stream(plain_typography(text));
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
  const std::string& wanted = phrases_[phrase];
  const std::size_t end = at + wanted.size();
  const bool is_cut = (is_word_byte(padded[at - 1]) && is_word_byte(wanted.front())) ||
                      (is_word_byte(padded[end]) && is_word_byte(wanted.back()));
  if (!is_cut) add_once(holders_[phrase].may, texts_);
  std::size_t before = at;
  while (is_mark(padded[before - 1])) --before;
  std::size_t after = end;
  while (is_mark(padded[after])) ++after;
  if (padded[before - 1] == ' ' && padded[after] == ' ') add_once(holders_[phrase].must, texts_);
}

}  // namespace warta::test
