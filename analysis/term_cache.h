// Terms of words already stemmed: an open-addressing table, bounded, of 24 bytes a slot.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "analysis/text_buffer.h"

namespace warta::analysis {

class TermCache {
 public:
  // Longer words are rare, and not worth keeping.
  static constexpr size_t kMaxKeyBytes = 64;
  // 9,000 news articles have 75,000 distinct words. In less than 12 MB, texts included.
  static constexpr size_t kMaxEntries = size_t{1} << 17;

  struct Entry {
    const char* key_bytes = nullptr;  // null in an empty slot
    const char* term_bytes = nullptr;
    std::uint32_t hash = 0;
    std::uint8_t key_size = 0;
    std::uint8_t term_size = 0;
    bool is_stop_word = false;

    std::string_view key() const { return {key_bytes, key_size}; }
    std::string_view term() const { return {term_bytes, term_size}; }
  };

  TermCache() : slots_(kFirstSlots) {}

  // The entry of key, or nullptr. The entry moves with the next insert; its views live until reset().
  const Entry* find(std::string_view key) const {
    const std::uint32_t hash = hash_of(key);
    for (size_t slot = hash & mask(); slots_[slot].key_bytes != nullptr; slot = (slot + 1) & mask()) {
      const Entry& entry = slots_[slot];
      if (entry.hash == hash && entry.key_size == key.size() && are_equal(entry.key(), key)) return &entry;
    }
    return nullptr;
  }

  // Asks for the memory of key's slot: a find() a few words later no longer waits for it.
  void prefetch(std::string_view key) const { __builtin_prefetch(&slots_[hash_of(key) & mask()]); }

  bool is_full() const { return size_ == kMaxEntries; }

  // Adds a key that is not there, of at most kMaxKeyBytes, with a term of at most 255 bytes; only while not full.
  const Entry& insert(std::string_view key, std::string_view term, bool is_stop_word);

  // Forgets everything.
  void reset();

 private:
  static constexpr size_t kFirstSlots = 1024;

  static std::uint32_t hash_of(std::string_view key) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio (Knuth)
    std::uint64_t hash = key.size();
    while (key.size() >= sizeof(std::uint64_t)) {
      hash = mix(hash ^ load<std::uint64_t>(key.data()), kMultiplier);
      key.remove_prefix(sizeof(std::uint64_t));
    }
    if (!key.empty()) hash = mix(hash ^ load_short(key), kMultiplier);
    return static_cast<std::uint32_t>(hash >> 32);
  }
  template <typename Word>
  static std::uint64_t load(const char* bytes) {
    Word word;
    std::memcpy(&word, bytes, sizeof(Word));
    return word;
  }
  // The bytes of a text shorter than eight in one number, some of them twice.
  static std::uint64_t load_short(std::string_view text) {
    const char* const bytes = text.data();
    const size_t size = text.size();
    if (size >= 4) return load<std::uint32_t>(bytes) << 32 | load<std::uint32_t>(bytes + size - 4);
    if (size >= 2) return load<std::uint16_t>(bytes) << 16 | load<std::uint16_t>(bytes + size - 2);
    return size == 0 ? 0 : static_cast<unsigned char>(*bytes);
  }
  // a == b for texts of one length; most are short, where a call of memcmp costs more than it does.
  static bool are_equal(std::string_view a, std::string_view b) {
    if (a.size() < 8) return load_short(a) == load_short(b);
    if (a.size() > 16) return std::memcmp(a.data(), b.data(), a.size()) == 0;
    const size_t last = a.size() - 8;
    return load<std::uint64_t>(a.data()) == load<std::uint64_t>(b.data()) &&
           load<std::uint64_t>(a.data() + last) == load<std::uint64_t>(b.data() + last);
  }
  static std::uint64_t mix(std::uint64_t value, std::uint64_t multiplier) {
    value *= multiplier;
    return value ^ (value >> 29);
  }

  size_t mask() const { return slots_.size() - 1; }
  const Entry& place(const Entry& entry);
  void grow();

  std::vector<Entry> slots_;  // a power of two, at most half full
  size_t size_ = 0;
  TextBuffer texts_;
};

}  // namespace warta::analysis
