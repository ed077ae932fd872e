// The lexicon: which words are roots and which affixes they take, which words are never stemmed, and which forms are
// irregular. A read-only hash table over one text; the built-in one lies in the program's read-only data and costs
// nothing at start-up, a user's own is built by LexiconBuilder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/affixes.h"

namespace warta::analysis {

enum class EntryKind : std::uint8_t {
  root,   // may stand under affixes
  never,  // stands as it is: names and frozen words; loses clitics only
  pair,   // an irregular form with its root: pelajaran, ajar
};

// A row of the table. 8 bytes: the whole table stays in the second-level cache.
struct LexiconRow {
  std::uint32_t text_begin;
  std::uint8_t length;
  EntryKind kind;
  std::uint16_t value;  // root: index of its licence set; pair: index of the row of its root
};

struct LexiconTable {
  const char* text;
  std::span<const LexiconRow> rows;
  std::span<const Licences> licence_sets;
  std::span<const std::uint8_t> tags;     // a power of two of slots: 8 bits of the hash, or 0 where the slot is empty
  std::span<const std::uint16_t> row_of;  // the row of each slot
};

// What the lexicon says of a word. The views live as long as the table.
struct LexiconEntry {
  std::string_view word;
  std::string_view root;  // equal to word but for pairs
  EntryKind kind;
  Licences licences;
};

// Copies share the table.
class Lexicon {
 public:
  explicit Lexicon(const LexiconTable& table) : table_(table) {}

  // The lexicon that the build made of hunspell-id and the lists in analysis/lexicon/.
  static Lexicon built_in();

  // Returns whether the lexicon has the word, and if so what it says of it.
  bool find(std::string_view word, LexiconEntry& entry) const;

  size_t size() const { return table_.rows.size(); }

  // Where the search for a word begins, and the tag of its slot: never 0.
  struct Hash {
    std::size_t slot;
    std::uint8_t tag;
  };
  static Hash hash(std::string_view word);

 private:
  LexiconTable table_;
};

}  // namespace warta::analysis
