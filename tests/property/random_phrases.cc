#include "tests/property/random_phrases.h"

#include <algorithm>
#include <cctype>

#include "tests/property/plain_scan.h"

namespace warta::test {

std::vector<std::string> RandomPhrases::of_chunks(std::size_t count, std::size_t most_chunks) {
  return cut(count, most_chunks, [](char c) { return std::isspace(static_cast<unsigned char>(c)) == 0; });
}

std::vector<std::string> RandomPhrases::of_words(std::size_t count, std::size_t most_words) {
  return cut(count, most_words, is_word_byte);
}

template <typename IsOfWord>
RandomPhrases::Ranges RandomPhrases::words_of(const std::string& text, IsOfWord is_of_word) {
  Ranges words;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_of_word(text[at])) continue;
    const std::size_t begin = at;
    while (at < text.size() && is_of_word(text[at])) ++at;
    words.emplace_back(begin, at);
  }
  return words;
}

template <typename IsOfWord>
std::vector<std::string> RandomPhrases::cut(std::size_t count, std::size_t most_words, IsOfWord is_of_word) {
  std::vector<std::string> phrases;
  while (phrases.size() < count) {
    const std::string& text = texts_[random_() % texts_.size()];
    const Ranges words = words_of(text, is_of_word);
    const std::size_t length = kFewestWords + random_() % (most_words - kFewestWords + 1);
    if (words.size() < length) continue;
    const std::size_t first = random_() % (words.size() - length + 1);
    const std::size_t begin = words[first].first;
    std::string phrase = text.substr(begin, words[first + length - 1].second - begin);
    const bool has_words = std::ranges::any_of(phrase, is_word_byte);
    if (has_words && plain_typography(phrase).size() >= kFewestWords) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace warta::test
