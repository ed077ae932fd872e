// The acronyms that the corpus explains, in the database's metadata: one key an acronym and one a long form, so that a
// searcher loads nothing at its start and reads only what its query names, over the remote backend too.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analysis/acronyms.h"
#include "database/count_share.h"
#include "database/shards.h"

namespace warta {

inline constexpr std::string_view kAcronymMetadataPrefix = "warta.acronym:";      // + acronym -> its long forms
inline constexpr std::string_view kExpansionMetadataPrefix = "warta.expansion:";  // + long form -> its acronyms

// One way to read an acronym or to shorten a long form, and how many articles explained it so.
struct AcronymReading {
  std::string text;
  std::uint32_t count = 0;

  bool operator==(const AcronymReading&) const = default;
};

// Adds counts to those that stand in the database. They become visible with the next commit, and are of everything
// that was ever added: an article that is removed or replaced leaves its counts, until the archive is indexed anew.
// Throws Xapian::Error.
void add_acronyms(Xapian::WritableDatabase& database, const analysis::AcronymCounts& counts);

// The long forms of an acronym, and the acronyms of a long form; the commonest first, then by the alphabet. The name
// is in the form of analysis::fold_acronym_words; a long form is found with its small words or without. Counts are
// those of all shards. Throws Xapian::Error.
std::vector<AcronymReading> expansions_of(Shards shards, std::string_view acronym);
std::vector<AcronymReading> acronyms_of(Shards shards, std::string_view expansion);

// Whether some long form begins with these words, which are in that form too and hold no small words; perhaps with the
// beginning of a longer word. Throws Xapian::Error.
bool begins_expansion(Shards shards, std::string_view words);

// True for the keys of the table, and the one value that adds up the counts of several values of such a key.
bool is_acronym_key(std::string_view key);
std::string add_up_acronyms(std::span<const std::string> values);

// What a shard gets of such a value of a whole database.
std::string share_of_acronyms(std::string_view value, const CountShare& share);

}  // namespace warta
