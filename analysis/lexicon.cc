// See lexicon.h.
#include "analysis/lexicon.h"

#include <cstring>

namespace warta::analysis {

// FNV-1a, with its high bits mixed into the low ones that choose the slot.
std::uint32_t Lexicon::hash(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value ^ value >> 15;
}

bool Lexicon::find(std::string_view word, LexiconEntry& entry) const {
  const size_t mask = table_.slots.size() - 1;
  const std::uint32_t hashed = hash(word);
  const std::uint32_t tag = hashed & 0xFFFF0000U;
  for (size_t slot = hashed & mask; table_.slots[slot] != 0; slot = (slot + 1) & mask) {
    if ((table_.slots[slot] & 0xFFFF0000U) != tag) continue;
    const LexiconRow& row = table_.rows[(table_.slots[slot] & 0xFFFFU) - 1];
    if (row.length != word.size() || std::memcmp(table_.text + row.text_begin, word.data(), word.size()) != 0) continue;
    entry.word = {table_.text + row.text_begin, row.length};
    entry.kind = row.kind;
    if (row.kind == EntryKind::pair) {
      const LexiconRow& root = table_.rows[row.value];
      entry.root = {table_.text + root.text_begin, root.length};
      entry.licences = kEveryLicence;
    } else {
      entry.root = entry.word;
      entry.licences = row.kind == EntryKind::root ? table_.licence_sets[row.value] : 0;
    }
    return true;
  }
  return false;
}

}  // namespace warta::analysis
