#include "indexer/word_counter.h"

#include <algorithm>

#include <xxhash.h>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

using analysis::AnalyzedToken;

constexpr std::size_t kFirstSlots = 4096;
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostNameWords = 4;

// How many words ahead a slot's memory is asked for: the slots are larger than the caches, and as long as one look-up
// waits, these are worked on.
constexpr std::size_t kAskedAhead = 8;

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word(const AnalyzedToken& token) {
  const std::string_view text = token.text;
  if (token.overlapping || text.size() < kVocabularyKeyBytes || text.size() > kLongestWord) return false;
  if (token.shape > analysis::Shape::acronym || !is_small_letter(text.front())) return false;
  return std::ranges::all_of(text, [](char c) { return is_small_letter(c) || is_ascii_digit(c) || c == '-'; });
}

bool has_capital(std::string_view text, const AnalyzedToken& token) {
  const char first = text[token.begin];
  return first >= 'A' && first <= 'Z' && token.shape <= analysis::Shape::acronym;
}

}  // namespace

void WordCounter::begin_article() {
  ++article_;
  if (texts_.size() > kMostWords) forget_rarest();
}

void WordCounter::add_words(const std::vector<AnalyzedToken>& tokens) {
  hashed_.clear();
  for (const AnalyzedToken& token : tokens) {
    if (is_word(token)) hashed_.emplace_back(token.text, hash_of(token.text));
  }
  for (std::size_t i = 0; i < hashed_.size(); ++i) {
    if (i + kAskedAhead < hashed_.size() && !slots_.empty()) {
      __builtin_prefetch(&slots_[hashed_[i + kAskedAhead].second & (slots_.size() - 1)]);
    }
    add(hashed_[i].first, hashed_[i].second);
  }
}

void WordCounter::add_names(std::string_view text, const std::vector<AnalyzedToken>& tokens) {
  const AnalyzedToken* before = nullptr;  // the last one that does not overlap
  std::size_t words = 0;                  // of the run that ends with it
  bool begins_sentence = false;
  bool has_small_letter = false;  // what shouts is no name: SCROLL TO CONTINUE
  const auto end_run = [&] {
    const bool is_name = words >= 2 && words <= kMostNameWords && !begins_sentence && has_small_letter;
    if (is_name && name_.size() <= kLongestWord) add(name_);
    words = 0;
    has_small_letter = false;
  };
  for (const AnalyzedToken& token : tokens) {
    if (token.overlapping) continue;
    const bool is_part = is_word(token) && has_capital(text, token);
    const bool goes_on = words > 0 && is_part && token.sentence == before->sentence && token.begin == before->end + 1 &&
                         text[before->end] == ' ';
    if (goes_on) {
      name_ += ' ';
      name_ += token.text;
      ++words;
    } else {
      end_run();
      if (is_part) {
        name_ = token.text;
        words = 1;
        begins_sentence = before == nullptr || before->sentence != token.sentence;
      }
    }
    has_small_letter = has_small_letter || (is_part && is_small_letter(text[token.end - 1]));
    before = &token;
  }
  end_run();
}

Vocabulary WordCounter::words() const {
  Vocabulary words;
  words.reserve(texts_.size());
  for (const Slot& slot : slots_) {
    if (slot.articles > 0) words.push_back({std::string(texts_[slot.text]), slot.articles});
  }
  std::ranges::sort(words, {}, &CountedWord::text);
  return words;
}

std::uint64_t WordCounter::hash_of(std::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

void WordCounter::add(std::string_view word, std::uint64_t hash) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  Slot& slot = find_slot(hash);
  if (slot.articles == 0) {
    slot.hash = hash;
    slot.text = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(text_bytes_.store(word));
  } else if (slot.last_article == article_) {
    return;
  }
  slot.last_article = article_;
  ++slot.articles;
}

WordCounter::Slot& WordCounter::find_slot(std::uint64_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at].articles > 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void WordCounter::grow() {
  std::vector<Slot> before(std::max(kFirstSlots, 2 * slots_.size()));
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.articles > 0) find_slot(slot.hash) = slot;
  }
}

void WordCounter::forget_rarest() {
  Vocabulary kept = words();
  keep_most_frequent(kept, kMostWords / 2);
  slots_.clear();
  texts_.clear();
  text_bytes_.clear();
  for (const CountedWord& word : kept) {
    add(word.text);
    Slot& slot = find_slot(hash_of(word.text));
    slot.articles = word.articles;
    slot.last_article = 0;
  }
}

}  // namespace warta::indexer
