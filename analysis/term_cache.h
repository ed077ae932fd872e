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
  // Two thirds of the distinct words of a large news archive, in less than 5 MB.
  static constexpr size_t kMaxEntries = size_t{1} << 16;

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
      if (entry.hash == hash && entry.key() == key) return &entry;
    }
    return nullptr;
  }

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
      hash = mix(hash ^ load(key.data(), sizeof(std::uint64_t)), kMultiplier);
      key.remove_prefix(sizeof(std::uint64_t));
    }
    if (!key.empty()) hash = mix(hash ^ load(key.data(), key.size()), kMultiplier);
    return static_cast<std::uint32_t>(hash >> 32);
  }
  static std::uint64_t load(const char* bytes, size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, size);
    return word;
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
