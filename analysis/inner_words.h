// Tokens that are several words to the eye: "laki-laki", "di-PHK", "Qur'an", "kompas.com.Selain". A text that is read
// as it is written has those words too.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace warta::analysis {

// True where a number goes on at `place`: "1.000", "5,2" and "14:30" are one word each.
bool is_within_number(std::string_view text, std::size_t place);

// True where a word ends or begins at `place`, an offset within a token: a hyphen, an apostrophe or another mark stands
// before or behind it, and not between the digits of a number or a date.
bool is_word_bound(std::string_view text, std::size_t place);

struct InnerWords {
  std::vector<std::string_view> heads;  // what the token begins with, up to the end of each word but the last
  std::vector<std::string_view> tails;  // what it ends in, from the beginning of each word but the first
};

// Replaces `found` by those of the token, as it is written, or returns false where it has none. A token of more than
// kMostInnerWords words, which is an address, has none.
inline constexpr std::size_t kMostInnerWords = 6;
bool find_inner_words(std::string_view token, InnerWords& found);

}  // namespace warta::analysis
