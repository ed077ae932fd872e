// See lexicon.h.
#include "analysis/lexicon.h"

#include <cstring>

namespace warta::analysis {

namespace {

// The integer at `from`, in the machine's order: the table is made by the build, on the machine that reads it.
template <typename Unsigned>
std::uint64_t load(const char* from) {
  Unsigned value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

}  // namespace

// Reads the word's first and last bytes as two integers, which overlap in a short word, and those between by eights:
// a stem is looked up a dozen times a word, and a loop over letters was a third of the time.
Lexicon::Hash Lexicon::hash(std::string_view word) {
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;  // odd constants with well-spread bits
  constexpr std::uint64_t kSecond = 0xC2B2AE3D27D4EB4FU;
  const char* const text = word.data();
  const std::size_t size = word.size();
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (size >= 8) {
    last = load<std::uint64_t>(text + size - 8);
    for (std::size_t at = 0; at + 8 < size || at == 0; at += 8) {
      first = (first ^ load<std::uint64_t>(text + at)) * kFirst;
    }
  } else if (size >= 4) {
    first = load<std::uint32_t>(text) * kFirst;
    last = load<std::uint32_t>(text + size - 4);
  } else {
    for (const char c : word) last = last << 8 | static_cast<unsigned char>(c);
  }
  std::uint64_t mixed = (first ^ last ^ size) * kSecond;
  mixed ^= mixed >> 32;
  mixed *= kFirst;
  return {static_cast<std::size_t>(mixed >> 40), static_cast<std::uint8_t>(mixed >> 32 | 1)};
}

bool Lexicon::find(std::string_view word, LexiconEntry& entry) const {
  const std::size_t mask = table_.tags.size() - 1;
  const Hash hashed = hash(word);
  for (std::size_t slot = hashed.slot & mask; table_.tags[slot] != 0; slot = (slot + 1) & mask) {
    if (table_.tags[slot] != hashed.tag) continue;
    const LexiconRow& row = table_.rows[table_.row_of[slot]];
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
