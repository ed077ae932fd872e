// Collects the entries of a lexicon and lays them out as the table that Lexicon reads. Used by the build for the
// built-in lexicon, and at run time for a user's own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon.h"

namespace warta::analysis {

// The most entries that a table can hold, and the longest word: limits of LexiconRow's fields.
inline constexpr size_t kMostEntries = 0xFFFF;
inline constexpr size_t kLongestEntryBytes = 0xFF;

// Owns what a LexiconTable points to.
struct LexiconStorage {
  std::string text;
  std::vector<LexiconRow> rows;
  std::vector<Licences> licence_sets;
  std::vector<std::uint8_t> tags;
  std::vector<std::uint16_t> row_of;

  LexiconTable table() const { return {text.data(), rows, licence_sets, tags, row_of}; }
};

// A root that is added twice takes the affixes of both. A pair replaces a root. "Never" replaces a pair, and leaves a
// root as it is: a root stands as it is anyway, and other forms still lead to it.
class LexiconBuilder {
 public:
  void add_root(std::string_view word, Licences licences);
  void add_never(std::string_view word);
  void add_pair(std::string_view form, std::string_view root);
  void remove(std::string_view word);

  size_t size() const { return entries_.size(); }

  // Returns the table's parts, rows in alphabetical order. At most kMostEntries entries, none over
  // kLongestEntryBytes: the caller's to check.
  LexiconStorage build() const;

 private:
  struct Entry {
    EntryKind kind = EntryKind::root;
    Licences licences = 0;
    std::string root;  // pairs only
  };
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace warta::analysis
