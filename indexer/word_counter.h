// Counts in how many articles each word and name stands, as it is written: what a worker adds to the vocabulary.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/text_buffer.h"
#include "database/vocabulary.h"

namespace warta::indexer {

// One a thread.
class WordCounter {
 public:
  // Beyond so many different words, the rarest are forgotten: about 25 MB.
  static constexpr std::size_t kMostWords = std::size_t{1} << 19;

  // What follows belongs to the next article.
  void begin_article();

  // Counts the words among the tokens, each once an article.
  void add_words(const std::vector<analysis::AnalyzedToken>& tokens);

  // Counts the names among the tokens of running text: two to four words side by side, each with a capital, and not at
  // the beginning of a sentence, where the first word has one anyway.
  void add_names(std::string_view text, const std::vector<analysis::AnalyzedToken>& tokens);

  // What was counted.
  Vocabulary words() const;

 private:
  // A word is told by 64 bits of hash alone: of half a million words two have the same once in a hundred million runs,
  // and most tokens cost one look into memory instead of three.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t articles = 0;  // 0 in a free slot
    std::uint32_t last_article = 0;
    std::uint32_t text = 0;  // index of texts_
  };

  static std::uint64_t hash_of(std::string_view word);
  void add(std::string_view word) { add(word, hash_of(word)); }
  void add(std::string_view word, std::uint64_t hash);
  Slot& find_slot(std::uint64_t hash);
  void grow();
  void forget_rarest();

  std::vector<Slot> slots_;  // probed linearly; a power of two
  std::vector<std::string_view> texts_;
  analysis::TextBuffer text_bytes_;
  std::vector<std::pair<std::string_view, std::uint64_t>> hashed_;  // these are kept for their memory
  std::string name_;
  std::uint32_t article_ = 0;
};

}  // namespace warta::indexer
