// What the candidates say of each other: a word that one lacks, and those that tell of the same event have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace warta::searcher {

// Expansion of documents by their neighbours (Tao, Wang, Mei and Zhai, NAACL 2006), among the candidates of one query
// and for its words alone: an article is likely to tell of a word that it does not name where the articles most like it
// name it. The full name stands in one report of an event, the office in the other; scraping lost what was a link.
//
// Likeness is the number of words that the leads share, to the third power: the nearest decide, one chance word hardly
// counts. A word that part of the neighbours has says less than that part: the square, as if two had been asked.
class Neighbours {
 public:
  // Of a query of so many words.
  explicit Neighbours(std::size_t words) : words_(words) {}

  void clear();

  // The next candidate: its body, and for each word whether title or body hold it, above 0.
  void add(std::string_view body, const std::vector<std::uint32_t>& counts);

  // For each candidate in the order in which they were added: the sum of the values (by word) of what it lacks, each
  // by the square of the share of its neighbours that have the word.
  std::vector<double> lent(const std::vector<double>& values) const;

 private:
  // Different words as bits of their hashes: two leads that share n words have about n bits in common. Twice as many
  // rank no better.
  static constexpr std::size_t kBits = 512;
  static constexpr std::size_t kBitsOfPart = 64;
  using LeadWords = std::array<std::uint64_t, kBits / kBitsOfPart>;

  static LeadWords lead_words(std::string_view body);
  static double likeness(const LeadWords& one, const LeadWords& other);
  double lent_to(std::size_t candidate, const std::vector<double>& likenesses, const std::vector<double>& values) const;

  std::size_t words_;
  std::vector<LeadWords> leads_;   // by candidate
  std::vector<std::uint8_t> has_;  // by candidate and word
};

}  // namespace warta::searcher
