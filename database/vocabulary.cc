#include "database/vocabulary.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "database/record_bytes.h"

namespace warta {
namespace {

std::string chunk_key(std::string_view word) {
  return std::string(kVocabularyMetadataPrefix).append(word.substr(0, kVocabularyKeyBytes));
}

std::size_t shared_bytes(std::string_view left, std::string_view right) {
  return static_cast<std::size_t>(std::ranges::mismatch(left, right).in1 - left.begin());
}

// Calls visit(text, articles) for each word in order, until it returns false or the bytes end or are broken. The text
// lives until visit returns.
template <typename Visit>
void for_each_word(std::string_view bytes, Visit visit) {
  RecordReader reader(bytes);
  std::string text;
  while (!reader.is_complete()) {
    const std::uint64_t shared = reader.number();
    const std::string_view rest = reader.view();
    const auto articles = static_cast<std::uint32_t>(reader.number());
    if (shared > text.size() || articles == 0) return;  // a broken read yields 0
    if (rest <= std::string_view(text).substr(shared)) return;
    text.replace(shared, std::string::npos, rest);
    if (!visit(std::string_view(text), articles)) return;
  }
}

void append_beginning(std::string_view chunk, std::string_view beginning, Vocabulary& words) {
  for_each_word(chunk, [&](std::string_view text, std::uint32_t articles) {
    if (text.starts_with(beginning)) words.push_back({std::string(text), articles});
    return true;
  });
}

Vocabulary shard_words(const Xapian::Database& shard, std::string_view beginning) {
  Vocabulary words;
  if (beginning.size() >= kVocabularyKeyBytes) {
    append_beginning(shard.get_metadata(chunk_key(beginning)), beginning, words);
    return words;
  }
  const std::string keys = chunk_key(beginning);
  for (auto key = shard.metadata_keys_begin(keys); key != shard.metadata_keys_end(keys); ++key) {
    append_beginning(shard.get_metadata(*key), beginning, words);
  }
  return words;
}

}  // namespace

Vocabulary merge_vocabularies(Vocabulary left, Vocabulary right) {
  if (left.empty()) return right;
  Vocabulary merged;
  merged.reserve(left.size() + right.size());
  auto other = right.begin();
  for (CountedWord& word : left) {
    for (; other != right.end() && other->text < word.text; ++other) merged.push_back(std::move(*other));
    if (other != right.end() && other->text == word.text) word.articles += (other++)->articles;
    merged.push_back(std::move(word));
  }
  std::move(other, right.end(), std::back_inserter(merged));
  return merged;
}

void keep_most_frequent(Vocabulary& words, std::size_t most) {
  if (words.size() <= most) return;
  std::vector<std::uint32_t> counts;
  counts.reserve(words.size());
  for (const CountedWord& word : words) counts.push_back(word.articles);
  const auto first_too_rare = counts.begin() + static_cast<std::ptrdiff_t>(most);
  std::ranges::nth_element(counts, first_too_rare, std::greater{});
  const std::uint32_t too_rare = *first_too_rare;
  std::erase_if(words, [&](const CountedWord& word) { return word.articles <= too_rare; });
}

Vocabulary share_of_vocabulary(Vocabulary words, const CountShare& share) {
  for (CountedWord& word : words) word.articles = share.of(word.articles, word.text);
  std::erase_if(words, [](const CountedWord& word) { return word.articles == 0; });
  return words;
}

std::string encode_vocabulary(const Vocabulary& words) {
  RecordWriter writer;
  std::string_view before;
  for (const CountedWord& word : words) {
    const std::size_t shared = shared_bytes(before, word.text);
    writer.number(shared);
    writer.text(std::string_view(word.text).substr(shared));
    writer.number(word.articles);
    before = word.text;
  }
  return std::move(writer).bytes();
}

Vocabulary decode_vocabulary(std::string_view bytes) {
  Vocabulary words;
  append_beginning(bytes, "", words);
  return words;
}

void add_vocabulary(Xapian::WritableDatabase& database, const Vocabulary& words) {
  for (auto first = words.begin(); first != words.end();) {
    const std::string key = chunk_key(first->text);
    const auto last = std::find_if(first, words.end(), [&](const CountedWord& w) { return chunk_key(w.text) != key; });
    Vocabulary chunk = merge_vocabularies(decode_vocabulary(database.get_metadata(key)), Vocabulary(first, last));
    database.set_metadata(key, encode_vocabulary(chunk));
    first = last;
  }
}

Vocabulary words_beginning_with(Shards shards, std::string_view beginning) {
  Vocabulary words;
  for (const Xapian::Database& shard : shards) {
    words = merge_vocabularies(std::move(words), shard_words(shard, beginning));
  }
  return words;
}

std::uint32_t articles_with_word(Shards shards, std::string_view word) {
  std::uint32_t articles = 0;
  for (const Xapian::Database& shard : shards) {
    for_each_word(shard.get_metadata(chunk_key(word)), [&](std::string_view text, std::uint32_t count) {
      if (text == word) articles += count;
      return text < word;
    });
  }
  return articles;
}

}  // namespace warta
