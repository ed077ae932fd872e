// The words and names of the articles as people write them: terms are stems, and nobody types stems. Suggestions for
// misspelt words and completions are made from them. They stand in the database's metadata, in one chunk for each
// beginning of three letters, so that a searcher loads nothing at its start, and over the remote backend no more than
// what it compares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "database/count_share.h"
#include "database/shards.h"

namespace warta {

inline constexpr std::string_view kVocabularyMetadataPrefix = "warta.words:";  // + the first kVocabularyKeyBytes
inline constexpr std::size_t kVocabularyKeyBytes = 3;

// A run adds no more than its most frequent words: about so many times six bytes. The rarest ones are misspelt, or
// names that stand in the index as they are.
inline constexpr std::size_t kMostVocabularyWords = 250'000;

// A word ("beras", "anak-anak") or a name of several ("joko widodo"), case folded, in ASCII letters, digits behind a
// letter, and hyphens; at least kVocabularyKeyBytes long.
struct CountedWord {
  std::string text;
  std::uint32_t articles = 0;  // that hold it

  bool operator==(const CountedWord&) const = default;
};

// Sorted by text, each text once.
using Vocabulary = std::vector<CountedWord>;

// The words of both, with the sums of their counts.
Vocabulary merge_vocabularies(Vocabulary left, Vocabulary right);

// Leaves out the rarest words, all of one count together, until at most so many are left.
void keep_most_frequent(Vocabulary& words, std::size_t most);

// What a shard gets of the words and counts of a whole database; words of which it gets none are left out.
Vocabulary share_of_vocabulary(Vocabulary words, const CountShare& share);

// A vocabulary in bytes: each word as what it shares with the word before, the rest, and its count.
std::string encode_vocabulary(const Vocabulary& words);

// Reads encode_vocabulary's bytes. Of broken ones what can be read is returned, never unsorted.
Vocabulary decode_vocabulary(std::string_view bytes);

// Adds counts to those that stand in the database. They become visible with the next commit, and are of everything
// that was ever added: an article that is removed or replaced leaves its counts, until the archive is indexed anew.
// Throws Xapian::Error.
void add_vocabulary(Xapian::WritableDatabase& database, const Vocabulary& words);

// The words that begin so, with the counts of all shards; of fewer than kVocabularyKeyBytes bytes, every chunk that
// begins so is read. Throws Xapian::Error.
Vocabulary words_beginning_with(Shards shards, std::string_view beginning);

// How many articles hold the word, as far as the vocabulary knows. Throws Xapian::Error.
std::uint32_t articles_with_word(Shards shards, std::string_view word);

}  // namespace warta
