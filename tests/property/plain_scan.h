// Phrases in texts as anybody would look for them: byte for byte, by nothing that the searcher or the analyzer has.
//
// What a scan can be sure of is stated from both sides. A phrase that no letter or digit goes on from must be found,
// and any other must not; a point, comma or colon between digits is within a number, which is one word. In between is
// what only a tokenizer decides: whether a sign beyond ASCII is a letter, whether "3/4" is a date, and what is left of
// an address that is cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warta::test {

// Straight quotes, hyphens and spaces for all their kinds, one space for many, none at the ends.
std::string plain_typography(std::string text);

// What stands between white space of any kind, as it is written.
std::vector<std::string> chunks_of(const std::string& text);

// ASCII letters and digits.
bool is_word_byte(char c);

// Writes `to` in place of each `from`.
void replace_all(std::string& text, std::string_view from, std::string_view to);

// Which texts hold a phrase, by their numbers in order.
struct Holders {
  std::vector<std::size_t> must;
  std::vector<std::size_t> may;  // and those that must
};

// Looks for many phrases at once: one look at each pair of bytes of a text, however many phrases there are.
class PlainScan {
 public:
  // Phrases of plain typography, of two bytes at least.
  explicit PlainScan(std::vector<std::string> phrases);

  // Looks through the next text, which is of plain typography.
  void add(const std::string& text);

  // Of each phrase, in their order.
  const std::vector<Holders>& holders() const { return holders_; }

 private:
  void note(std::size_t phrase, const std::string& padded, std::size_t at);

  std::vector<std::string> phrases_;
  std::vector<std::vector<std::size_t>> by_first_bytes_;  // of each two bytes: the phrases that begin so
  std::vector<Holders> holders_;
  std::size_t texts_ = 0;
};

}  // namespace warta::test
