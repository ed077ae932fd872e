// Acronyms that articles explain themselves, "Komisi Pemberantasan Korupsi (KPK)": found while indexing, counted, and
// kept in the database (database/acronym_table.h), where queries are expanded by them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace warta::analysis {

// Called with the acronym ("kpk") and its long form ("komisi pemberantasan korupsi"), both in the form of
// fold_acronym_words. The views live until it returns.
using AcronymSink = std::function<void(std::string_view acronym, std::string_view expansion)>;

// Finds the acronyms that `text` (an article as it was written; case matters) explains: "long form (SHORT)",
// "SHORT (long form)", "long form atau SHORT", "long form, disingkat SHORT" and the like. A pair counts where
// align_acronym says so. Precision before recall: a translation ("World Trade Organization" for OPD) and a nickname are
// not learned. Takes any bytes; time is linear in the length of the text.
void find_acronyms(std::string_view text, const AcronymSink& sink);

// The one form in which acronyms and long forms are compared, here and in queries: lower case, one space between words,
// hyphens as spaces, no apostrophes. ASCII letters only, as in every long form that is learned.
std::string fold_acronym_words(std::string_view words);

// A folded long form without its small words (dan, di, untuk, ...), so that "usaha mikro kecil menengah" meets "usaha
// mikro kecil dan menengah".
std::string without_small_words(std::string_view folded_words);

// How many articles explain each acronym in each way. All readings of an ambiguous one are kept.
class AcronymCounts {
 public:
  using Readings = std::map<std::string, std::uint32_t, std::less<>>;  // expansion -> articles
  using Table = std::map<std::string, Readings, std::less<>>;          // acronym -> readings

  // Beyond so many pairs, those found least often are forgotten (add_text, not merge): about 20 MB.
  static constexpr std::size_t kMaxPairs = 100'000;

  // Counts the acronyms of one article, each pair once however often the article repeats it.
  void add_text(std::string_view text);
  void add(std::string_view acronym, std::string_view expansion, std::uint32_t count = 1);

  // Adds the counts of another: in any order the same result.
  void merge(const AcronymCounts& other);

  // Forgets the pairs that fewer than `least_count` articles explain.
  void prune(std::uint32_t least_count);

  const Table& table() const { return table_; }
  std::size_t pairs() const { return pairs_; }

 private:
  Table table_;
  std::size_t pairs_ = 0;
};

}  // namespace warta::analysis
