// Phrases cut from texts at random, with their stop words and their punctuation.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace warta::test {

class RandomPhrases {
 public:
  static constexpr std::size_t kFewestWords = 2;

  // The texts must outlive it; some must be of kFewestWords or more.
  RandomPhrases(const std::vector<std::string>& texts, std::mt19937::result_type seed) : texts_(texts), random_(seed) {}

  // Of kFewestWords to so many chunks between white space, of which one at least holds a letter or digit.
  std::vector<std::string> of_chunks(std::size_t count, std::size_t most_chunks);

  // From the beginning of one run of ASCII letters and digits to the end of another: out of "di-PHK" and "1.000", too.
  std::vector<std::string> of_words(std::size_t count, std::size_t most_words);

 private:
  using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;  // of bytes: begin, end

  template <typename IsOfWord>
  static Ranges words_of(const std::string& text, IsOfWord is_of_word);
  template <typename IsOfWord>
  std::vector<std::string> cut(std::size_t count, std::size_t most_words, IsOfWord is_of_word);

  const std::vector<std::string>& texts_;
  std::mt19937 random_;
};

}  // namespace warta::test
