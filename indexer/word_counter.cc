#include "indexer/word_counter.h"

#include <algorithm>
#include <functional>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

using analysis::AnalyzedToken;

constexpr std::uint32_t kFree = ~std::uint32_t{0};
constexpr std::size_t kFirstSlots = 4096;
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostNameWords = 4;

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

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(word));
}

}  // namespace

void WordCounter::begin_article() {
  ++article_;
  if (entries_.size() > kMostWords) forget_rarest();
}

void WordCounter::add_words(const std::vector<AnalyzedToken>& tokens) {
  for (const AnalyzedToken& token : tokens) {
    if (is_word(token)) add(token.text);
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
  words.reserve(entries_.size());
  for (const Entry& entry : entries_) words.push_back({std::string(entry.text), entry.articles});
  std::ranges::sort(words, {}, &CountedWord::text);
  return words;
}

void WordCounter::add(std::string_view word) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(word);
  std::uint32_t& slot = find_slot(word, hash);
  if (slot == kFree) {
    slot = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({texts_.store(word), hash, 0, 0});
  }
  Entry& entry = entries_[slot];
  if (entry.last_article == article_) return;
  entry.last_article = article_;
  ++entry.articles;
}

std::uint32_t& WordCounter::find_slot(std::string_view word, std::uint32_t hash) {
  std::size_t at = hash & (slots_.size() - 1);
  while (slots_[at] != kFree && (entries_[slots_[at]].hash != hash || entries_[slots_[at]].text != word)) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return slots_[at];
}

void WordCounter::grow() {
  slots_.assign(std::max(kFirstSlots, 2 * slots_.size()), kFree);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & (slots_.size() - 1);
    while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i);
  }
}

void WordCounter::forget_rarest() {
  Vocabulary kept = words();
  keep_most_frequent(kept, kMostWords / 2);
  entries_.clear();
  slots_.clear();
  texts_.clear();
  for (const CountedWord& word : kept) {
    add(word.text);
    entries_.back().articles = word.articles;
    entries_.back().last_article = 0;
  }
}

}  // namespace warta::indexer
