// Which terms stand side by side in an article, in some hundred bytes: a phrase whose terms the article holds, but not
// side by side, is mostly known by it without a look at the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/common_terms.h"

namespace warta {

// A Bloom filter (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970) of half its bits set, in
// which a pair has the more bits the more articles hold both of its terms anyway (a weighted Bloom filter: Bruck, Gao
// and Jiang, ISIT 2006). With three bits for every pair, in a tenth more bytes, three times as many articles pass
// without holding the phrase (docs/searching-speed.md).
class PairSignature {
 public:
  void clear();

  // What comes next is not beside what came before: title and body are two texts.
  void begin_text() {
    has_last_ = false;
    tails_.clear();
  }

  // The next term of the text, by hash_of_term: those that phrases count, so none that lies over others.
  void add(std::uint64_t term_hash) {
    const unsigned rarity = rarity_of_term(term_hash);
    if (has_last_) add_pair(last_hash_, last_rarity_, term_hash, rarity);
    if (!tails_.empty()) pair_tails_with(term_hash, rarity);
    tails_.clear();
    last_hash_ = term_hash;
    last_rarity_ = rarity;
    has_last_ = true;
  }

  // A word with which the next term begins to the eye ("di" of "di-PHK"), or in which the last one ends ("laki" of
  // "laki-laki"): an exact phrase may end there, or begin.
  void add_head(std::uint64_t term_hash);
  void add_tail(std::uint64_t term_hash) { tails_.push_back(term_hash); }

  // The value of kPairsSlot. Empty where the article has no pairs, or more than kMostPairs.
  std::string bytes() const;

  // Longer than this is no news article; the memory for the pairs must not grow with it.
  static constexpr std::size_t kMostPairs = std::size_t{1} << 16;

 private:
  void pair_tails_with(std::uint64_t term_hash, unsigned rarity);
  void add_pair(std::uint64_t first, unsigned first_rarity, std::uint64_t second, unsigned second_rarity);
  std::uint64_t& find_slot(std::uint64_t pair);
  void grow();

  static constexpr std::size_t kUsualSlots = 1024;  // a power of two, as every size of the table

  std::uint64_t last_hash_ = 0;
  unsigned last_rarity_ = 0;
  bool has_last_ = false;
  std::vector<std::uint64_t> tails_ = {};  // of the last term
  std::size_t bits_set_ = 0;               // by all pairs, were none to meet
  std::vector<std::uint64_t> pairs_ = {};
  std::vector<std::uint64_t> slots_ = {};  // of pairs_, to know them again; probed linearly
};

// Two terms of a phrase that must stand side by side.
class TermPair {
 public:
  TermPair(std::string_view first, std::string_view second);

  // False where the article with this signature does not hold the first term right before the second. An article
  // without a signature may.
  bool may_stand_in(std::string_view signature) const;

 private:
  std::uint64_t pair_;
};

}  // namespace warta
