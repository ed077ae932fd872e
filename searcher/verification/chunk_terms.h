// Stemmed phrases in texts, without analysing each text anew: what stands between white space is remembered with its
// terms, which are the same wherever it stands (analysis/chunk_tokenizer.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xxhash.h>

#include "analysis/analyzer.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

// One a session, for one way of analysis. Remembers the first 262,144 chunks that it meets, in 30 MB: the common ones
// are among them, and the others are analysed each time.
class ChunkTerms {
 public:
  // Phrases of more units than this are not looked for here.
  static constexpr std::size_t kMostUnits = 64;

  // Whether the units stand in the text side by side, in their order: the same as in the tokens of the whole text. The
  // analyzer keeps what it makes of new chunks until it is cleared.
  bool hold_in_order(const std::vector<Unit>& units, std::string_view text, analysis::Analyzer& analyzer,
                     analysis::Stemming stemming);

 private:
  // A chunk is known by 128 bits of hash, so that a look at it is a look at one place in memory.
  struct Chunk {
    XXH128_hash_t hash = {};
    std::uint32_t terms = 0;  // the number of the one term, as mostly, or where several begin in numbers_
    std::uint8_t term_count = 0;
    bool is_known = false;
  };

  // New terms get new numbers. Once there is no room for more chunks, what no phrase asks for is kNoTerm.
  std::uint32_t number_of(std::string_view term);
  std::uint32_t known_number_of(std::string_view term) const;
  void mark(const std::vector<Unit>& units);
  void unmark();

  // The numbers of the chunk's terms in their order, valid until the next call.
  std::span<const std::uint32_t> terms_of(std::string_view chunk, analysis::Analyzer& analyzer,
                                          analysis::Stemming stemming);
  void analyze(std::string_view chunk, analysis::Analyzer& analyzer, analysis::Stemming stemming);
  std::span<const std::uint32_t> terms_in(const Chunk& slot) const;
  void keep(const XXH128_hash_t& hash, Chunk& slot);
  Chunk& find_slot(const XXH128_hash_t& hash);
  bool is_full() const { return count_ >= kMostChunks; }
  void grow();

  static constexpr std::uint32_t kNoTerm = 0;
  static constexpr std::size_t kMostChunks = std::size_t{1} << 18;
  static constexpr std::size_t kFirstSlots = 4096;  // a power of two, as every size of the table

  std::vector<Chunk> slots_;  // probed linearly
  std::size_t count_ = 0;     // of the chunks in slots_
  std::vector<std::uint32_t> numbers_;
  std::unordered_map<std::string, std::uint32_t> terms_;  // their numbers
  std::vector<std::uint64_t> places_ = {0};      // by number of a term: the units of the phrase at work that it is
  std::vector<std::uint32_t> marked_;            // the terms that are any
  std::uint64_t marked_bits_ = 0;                // bit_of each of them
  std::vector<analysis::AnalyzedToken> tokens_;  // kept for its memory
  std::vector<std::uint32_t> analyzed_;          // the terms of the chunk that was analysed last
};

}  // namespace warta::searcher
