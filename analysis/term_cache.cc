#include "analysis/term_cache.h"

namespace warta::analysis {

const TermCache::Entry& TermCache::insert(std::string_view key, std::string_view term, bool is_stop_word) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  const std::string_view stored_key = texts_.store(key);
  const std::string_view stored_term = term == key ? stored_key : texts_.store(term);
  ++size_;
  return place({stored_key.data(), stored_term.data(), hash_of(key), static_cast<std::uint8_t>(key.size()),
                static_cast<std::uint8_t>(term.size()), is_stop_word});
}

void TermCache::reset() {
  slots_.assign(kFirstSlots, Entry());
  size_ = 0;
  texts_.clear();
}

const TermCache::Entry& TermCache::place(const Entry& entry) {
  size_t slot = entry.hash & mask();
  while (slots_[slot].key_bytes != nullptr) slot = (slot + 1) & mask();
  slots_[slot] = entry;
  return slots_[slot];
}

void TermCache::grow() {
  std::vector<Entry> old(2 * slots_.size());
  old.swap(slots_);
  for (const Entry& entry : old) {
    if (entry.key_bytes != nullptr) place(entry);
  }
}

}  // namespace warta::analysis
