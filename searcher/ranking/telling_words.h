// Which of the query's words tell the candidates apart, and which candidate has them early.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace warta::searcher {

// Of thirty articles on one event nearly all hold its name, however rare that is in the archive. A word that few of
// them hold says which one is meant: the inverse document frequency among the candidates, as local context analysis has
// it (Xu and Croft, TOIS 2000), in place of that in the archive. It counts by its first place in the body, for the lead
// says what an article adds to the event.
class TellingWords {
 public:
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

  // Of a query of so many words.
  explicit TellingWords(std::size_t words) : words_(words) {}

  void clear();

  // The next candidate: for each word whether title or body hold it, above 0, and its first place in the body, in
  // words from 0 or kNowhere.
  void add(const std::vector<std::uint32_t>& counts, const std::vector<std::uint32_t>& first_places);

  // For each candidate in the order in which they were added: the sum of its words, each by the share of its weight
  // that counts.
  std::vector<double> scores(const std::vector<double>& shares) const;

 private:
  double value_of(std::size_t word) const;

  std::size_t words_;
  std::size_t candidates_ = 0;
  std::vector<std::uint32_t> holding_;       // candidates, by word
  std::vector<std::uint32_t> first_places_;  // by candidate and word
};

}  // namespace warta::searcher
